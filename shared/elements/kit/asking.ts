import { concerns, isKantineError } from '@kantine/core';
import type { CallOptions, Change, Community, SourceName } from '@kantine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { reloadIfUntouched } from './outdated.ts';

/** Several changes often come at once; one question answers them all. In milliseconds. */
const gathering = 250;

/** The element that asks; its community comes from the page around it. */
export type AskingHost = ReactiveControllerHost & { readonly community: Community | undefined };

/** Runs a write whose result is shown from its answer: the change that it announces is no news there. */
export type Settling = <Result>(
  write: (options: CallOptions) => Promise<Result>,
) => Promise<Result>;

/** For a part that nothing around it shows the result of a write for. */
export const unsettled: Settling = (write) => write({});

export interface AskingOptions<Answer, Fresh> {
  /** What the answer depends on besides the community; other values are another question. */
  readonly args?: () => readonly unknown[];
  /** @returns undefined where there is nothing to ask. */
  readonly ask: (community: Community) => Promise<Fresh> | undefined;
  /** Whether an answer stays on the screen while another question is open. */
  readonly keepsAnswer?: boolean;
  /** Joins a fresh answer with the one on the screen; takes its place unless told otherwise. */
  readonly merge?: (fresh: Fresh, before: Answer | undefined) => Answer;
  /** Whether a change may bring a fresh answer now; not while somebody types over the one there is. */
  readonly mayRefresh?: () => boolean;
  /** Told of each answer that is taken. */
  readonly answered?: (answer: Answer, before: Answer | undefined) => void;
}

/**
 * Asks the community for what an element shows, and asks again when what the answer depends on has
 * changed: gathered, only while the page can be seen, and never with an answer that came too late.
 */
export class Asking<Answer, Fresh = Answer> implements ReactiveController {
  answer: Answer | undefined;
  /** Why there is no answer; a passing fault leaves an answer that is there alone. */
  error: unknown;
  readonly #host: AskingHost;
  readonly #options: AskingOptions<Answer, Fresh>;
  #community: Community | undefined;
  #args: readonly unknown[] = [];
  #sources: readonly SourceName[] = [];
  /** Changes since the question was put: what it depends on may be told with its answer only. */
  #meanwhile: Change[] = [];
  /** Whether the answer belongs to the question as it is now. */
  isCurrent = false;
  /** Counts questions; only the answer to the last one is taken. */
  #question = 0;
  #open = 0;
  /** Counts own writes: an answer to a question from before one would undo it on the screen. */
  #writes = 0;
  readonly #writing = new Set<string>();
  readonly #settled = new Set<string>();
  #held: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missed = false;
  #unsubscribe: (() => void) | undefined;

  constructor(host: AskingHost, options: AskingOptions<Answer, Fresh>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether a question is open and there is nothing to show yet. */
  get isLoading(): boolean {
    return this.answer === undefined && this.error === undefined;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.catchUp);
    this.#subscribe();
    // Nobody told this element what happened while it was off the page.
    if (this.isCurrent) this.refreshSoon();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.catchUp);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdate(): void {
    const { community } = this.#host;
    const args = this.#options.args?.() ?? [];
    const isSame = args.every((arg, at) => Object.is(arg, this.#args[at]));
    if (community === this.#community && isSame && args.length === this.#args.length) return;
    if (community !== this.#community) {
      this.#community = community;
      this.#subscribe();
    }
    this.#args = args;
    this.isCurrent = false;
    if (this.#options.keepsAnswer !== true) this.answer = undefined;
    this.error = undefined;
    void this.ask();
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#community?.subscribe((change) => this.#changed(change));
  }

  /** Puts the question now; with an answer on the screen it is refreshed in place. */
  readonly ask = async (): Promise<void> => {
    const question = (this.#question += 1);
    const writes = this.#writes;
    const sources: SourceName[] = [];
    this.#meanwhile = [];
    // Changes that were told so far are in this answer.
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#missed = false;
    const asked =
      this.#community &&
      this.#options.ask(this.#community.observed((told) => void sources.push(...told)));
    if (!asked) {
      this.answer = undefined;
      return;
    }
    if (this.error !== undefined) {
      this.error = undefined;
      this.#host.requestUpdate();
    }
    this.#open += 1;
    try {
      const fresh = await asked;
      if (question !== this.#question) return;
      this.#sources = sources;
      if (writes !== this.#writes || this.#writing.size > 0) return this.refreshSoon();
      this.#take(fresh);
    } catch (error) {
      if (question !== this.#question) return;
      this.#sources = sources;
      this.#failed(error);
    } finally {
      this.#open -= 1;
    }
    const meanwhile = this.#meanwhile;
    this.#meanwhile = [];
    for (const change of meanwhile) this.#changed(change);
  };

  #take(fresh: Fresh): void {
    const before = this.isCurrent ? this.answer : undefined;
    this.isCurrent = true;
    this.answer = this.#options.merge?.(fresh, before) ?? (fresh as unknown as Answer);
    this.error = undefined;
    this.#options.answered?.(this.answer, before);
    this.#host.requestUpdate();
  }

  #failed(error: unknown): void {
    if (isKantineError(error, 'Outdated')) reloadIfUntouched(this.#host);
    const isLost = isKantineError(error, 'Forbidden') || isKantineError(error, 'NotFound');
    if (this.isCurrent && !isLost) return;
    this.answer = undefined;
    this.isCurrent = false;
    this.error = error;
    this.#host.requestUpdate();
  }

  /** Shows another answer, before the community has confirmed it or after. */
  show(change: (answer: Answer) => Answer): void {
    if (this.answer === undefined) return;
    this.answer = change(this.answer);
    this.#host.requestUpdate();
  }

  /**
   * Runs a write whose result this element shows by itself: the change that it announces is no news here.
   * @param options those of the write where something around this element settles it too.
   * @throws what the write throws; then its change, if it comes, is news like any other.
   */
  async settling<Result>(
    write: (options: { readonly origin: string }) => Promise<Result>,
    { origin = this.#community?.newKey() ?? '' }: CallOptions = {},
  ): Promise<Result> {
    this.#writes += 1;
    this.#writing.add(origin);
    try {
      const result = await write({ origin });
      this.#settled.add(origin);
      return result;
    } finally {
      this.#writes += 1;
      this.#writing.delete(origin);
      if (this.#writing.size === 0) this.#release();
    }
  }

  /** Changes that came while writes were under way: those of settled writes are dropped. */
  #release(): void {
    const held = this.#held;
    this.#held = [];
    for (const change of held) this.#changed(change);
  }

  #changed(change: Change): void {
    const { origin } = change;
    if (origin !== undefined && this.#settled.has(origin)) return;
    if (origin !== undefined && this.#writing.has(origin)) return void this.#held.push(change);
    if (this.#open > 0) this.#meanwhile.push(change);
    const matters = this.#sources.some(([collection, container]) =>
      concerns(change, container, collection),
    );
    if (matters) this.refreshSoon();
  }

  /** Asks again in a moment. A later change does not put it off: where changes never pause, it would never come. */
  refreshSoon(): void {
    this.#timer ??= setTimeout(() => this.#refresh(), gathering);
  }

  #refresh(): void {
    this.#timer = undefined;
    this.#missed = document.visibilityState === 'hidden' || this.#options.mayRefresh?.() === false;
    if (!this.#missed) void this.ask();
  }

  /** Brings the answer up to date if that was put off; to be called when `mayRefresh` says yes again. */
  readonly catchUp = (): void => {
    if (this.#missed) this.#refresh();
  };
}
