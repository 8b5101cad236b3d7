import { isKantineError, randomKey } from '@kantine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isComposing } from './composing.ts';
import { claimKey, dropDraft, isForeign, loadDraft, saveDraft } from './drafts.ts';

export interface DraftingOptions<Fields extends object> {
  /** What nobody has typed anything into. */
  readonly empty: () => Fields;
  /** Takes what was stored as fields, or refuses it: others may write to the storage. */
  readonly accept: (stored: Readonly<Record<string, unknown>>) => Fields | undefined;
  /** Where the draft is kept; without a name it lives as long as its element. */
  readonly name: () => string | undefined;
  /** Whether there is nothing to keep. */
  readonly isEmpty: (fields: Fields) => boolean;
  /** What Escape does in a form into which nobody typed anything; nothing unless told. */
  readonly leave?: () => void;
  /** Whether the form is open; it is as long as its element unless told. */
  readonly isOpen?: () => boolean;
}

type DraftHost = ReactiveControllerHost & EventTarget;

/**
 * What a person fills in, together with the key that it will be sent under. Both survive a reload, so
 * that sending again after a lost answer doubles nothing. A field that was emptied begins anew, with
 * another key: what is typed next is another message.
 */
export class Drafting<Fields extends object> implements ReactiveController {
  fields: Fields;
  readonly #host: DraftHost;
  readonly #options: DraftingOptions<Fields>;
  #name: string | undefined;
  #isLoaded = false;
  #key: string | undefined;

  constructor(host: DraftHost, options: DraftingOptions<Fields>) {
    this.#host = host;
    this.#options = options;
    this.fields = options.empty();
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#options.leave) this.#host.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (pressed: Event): void => {
    const event = pressed as KeyboardEvent;
    // A list of colleagues in the form closes by itself first.
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    if (this.#options.isOpen?.() === false || !this.#isUntouched) return;
    event.preventDefault();
    this.#options.leave?.();
  };

  get #isUntouched(): boolean {
    const { isEmpty, empty } = this.#options;
    return isEmpty(this.fields) || JSON.stringify(this.fields) === JSON.stringify(empty());
  }

  hostUpdate(): void {
    const name = this.#options.name();
    // A text that changes underneath an open editor must not replace what is being typed.
    if (this.#isLoaded && name === this.#name) return;
    this.#isLoaded = true;
    this.#name = name;
    this.#load();
  }

  #load(): void {
    const stored = this.#name === undefined ? undefined : loadDraft(this.#name);
    const fields = typeof stored === 'object' && stored !== null ? (stored as Stored) : {};
    const accepted = typeof fields.key === 'string' ? this.#options.accept(fields) : undefined;
    this.fields = accepted ?? this.#options.empty();
    this.#useKey(accepted ? (fields.key as string) : undefined);
  }

  #useKey(key: string | undefined): void {
    this.#key = key;
    if (key !== undefined) void claimKey(key);
  }

  /** The key to send under; another one where another tab has taken this draft along. */
  get key(): string {
    if (this.#key === undefined || isForeign(this.#key)) this.#useKey(newKey());
    return this.#key ?? '';
  }

  /** Takes what was filled in, and keeps it. */
  change(fields: Partial<Fields>): void {
    this.fields = { ...this.fields, ...fields };
    if (this.#options.isEmpty(this.fields)) this.#forget();
    else if (this.#name !== undefined) saveDraft(this.#name, { ...this.fields, key: this.key });
    this.#host.requestUpdate();
  }

  #forget(): void {
    if (this.#name !== undefined) dropDraft(this.#name);
    this.#useKey(undefined);
  }

  /** Another key: what is sent next is not what was sent before. */
  renewKey(): void {
    this.#useKey(undefined);
    this.change({});
  }

  /** Why it was not taken. Where other words stand under its key for good, what is sent next is said anew. */
  refused(error: unknown): void {
    if (isKantineError(error, 'Conflict')) this.renewKey();
  }

  /** It was sent, or given up. */
  clear(): void {
    this.#forget();
    this.fields = this.#options.empty();
    this.#host.requestUpdate();
  }
}

type Stored = Readonly<Record<string, unknown>>;

const newKey = (): string => randomKey((bytes) => crypto.getRandomValues(bytes));
