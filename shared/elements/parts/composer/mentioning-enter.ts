/** Enter on a name for which nobody was found yet: it chooses when the answer comes, or breaks the line after all. */

/** Nobody waits longer than this for a line break. In milliseconds. */
const patience = 1_500;

/** What only goes along with another key. */
const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

export class AwaitedEnter {
  readonly #field: () => HTMLTextAreaElement | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(field: () => HTMLTextAreaElement | null) {
    this.#field = field;
  }

  get isAwaited(): boolean {
    return this.#timer !== undefined;
  }

  await(): void {
    this.forget();
    this.#timer = setTimeout(this.breakLine, patience);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The line break that it would have been. */
  readonly breakLine = (): void => {
    const field = this.#field();
    if (!this.isAwaited || !field) return;
    this.forget();
    field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  /** Another key comes behind it. */
  passed(key: string): void {
    if (!modifiers.has(key)) this.breakLine();
  }
}
