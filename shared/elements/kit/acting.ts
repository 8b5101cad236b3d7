import { isKantineError } from '@kantine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadWords } from './error-text.ts';
import { reloadIfUntouched } from './outdated.ts';

/** Hears of each act by its name: that it began, and how it ended. */
type Watch = (acting: object, name: string, state: 'begun' | 'done' | 'failed') => void;

/** Runs what a person does, one at a time: says that it is under way, and what came of it. */
export class Acting<Name extends string = string> implements ReactiveController {
  /** Set by what keeps words, once that is there. */
  static watch: Watch | undefined;
  /** The name of what is under way; undefined while nothing is. */
  busy: Name | undefined;
  /** Why the last one failed; gone when the next one begins. */
  error: unknown;
  readonly #host: ReactiveControllerHost & Partial<HTMLElement>;
  #last: (() => Promise<boolean>) | undefined;

  constructor(host: ReactiveControllerHost & Partial<HTMLElement>) {
    this.#host = host;
    host.addController(this);
  }

  /** Controllers of Lit have at least one of its callbacks. */
  hostConnected(): void {
    this.busy = undefined;
  }

  get isBusy(): boolean {
    return this.busy !== undefined;
  }

  /**
   * Does something, unless something is under way.
   * @returns whether it was done; a failure is kept in `error`.
   */
  async run(name: Name, work: () => unknown): Promise<boolean> {
    if (this.isBusy) return false;
    this.#last = () => this.run(name, work);
    this.busy = name;
    this.error = undefined;
    this.#host.requestUpdate();
    Acting.watch?.(this, name, 'begun');
    try {
      await work();
      Acting.watch?.(this, name, 'done');
      return true;
    } catch (error) {
      Acting.watch?.(this, name, 'failed');
      await loadWords(error);
      this.error = error;
      if (isKantineError(error, 'Outdated')) reloadIfUntouched(this.#host);
      return false;
    } finally {
      this.busy = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Does the last one again. */
  readonly repeat = (): void => void this.#last?.();

  /** Forgets why the last one failed. */
  clear(): void {
    this.error = undefined;
    this.#host.requestUpdate();
  }
}
