/** Rows of buttons that are one Tab stop each, with the arrows to move along them: a roving tabindex. */
import type { LitElement, ReactiveController } from 'lit';

export type Row = readonly HTMLElement[];

const hasFocus = (item: HTMLElement): boolean => item.matches(':focus');

/** Leaves one of them in the Tab order: the focused one, the one that was it before, or the first. */
export function keepRow(row: Row): void {
  const before = row.filter((item) => item.getAttribute('tabindex') === '0');
  const chosen = row.find(hasFocus) ?? before[0] ?? row[0];
  for (const item of row) item.tabIndex = item === chosen ? 0 : -1;
}

/** Where a key leads to; undefined where it leads nowhere. */
function placeOf(key: string, at: number, last: number, isToLeft: boolean): number | undefined {
  const [back, on] = isToLeft ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  if (key === back) return at === 0 ? last : at - 1;
  if (key === on) return at === last ? 0 : at + 1;
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}

/** Moves along the row where it has the focus. */
export function moveInRow(event: KeyboardEvent, row: Row): void {
  const { key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  const at = row.findIndex(hasFocus);
  const current = row[at];
  if (!current) return;
  const isToLeft = getComputedStyle(current).direction === 'rtl';
  const next = row[placeOf(key, at, row.length - 1, isToLeft) ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  keepRow(row);
}

/** Keeps the rows of an element, whatever is drawn in them later. */
export class Rows implements ReactiveController {
  readonly #host: LitElement;
  readonly #rows: (root: ParentNode) => readonly Row[];

  constructor(host: LitElement, rows: (root: ParentNode) => readonly Row[]) {
    this.#host = host;
    this.#rows = rows;
    host.addController(this);
    host.addEventListener('focusin', this.#keep);
    host.addEventListener('keydown', (event) => {
      for (const row of rows(host.renderRoot)) moveInRow(event, row);
    });
  }

  readonly #keep = (): void => {
    for (const row of this.#rows(this.#host.renderRoot)) keepRow(row);
  };

  hostUpdated(): void {
    // The elements in a row draw their buttons after this one.
    setTimeout(this.#keep);
  }
}
