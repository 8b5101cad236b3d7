/** Opening a line of a wall: nothing is asked before, and nothing after it is closed. */
import './define.waiting.ts';
import '../parts/members/define.ts';
import type { WidgetElement } from '../kit/kantine-element.ts';
import { isAboveThePage } from '../parts/keys/above-the-page.ts';

export interface LineHost extends WidgetElement {
  readonly group?: string | undefined;
}

/** What opens, by the line that it opens with. */
const opened = new WeakMap<HTMLDetailsElement, HTMLElement>();

/**
 * Who is in the group opens below the head of the wall, in its whole width; the questions that wait, below their line.
 * @param line was opened or closed.
 */
export function openLine({ community, group }: LineHost, line: HTMLDetailsElement): void {
  opened.get(line)?.remove();
  if (!line.open) return;
  const head = line.closest('header');
  const shown = document.createElement(head ? 'kantine-member-list' : 'kantine-waiting');
  Object.assign(shown, { community, group });
  opened.set(line, shown);
  (head ?? line).append(shown);
  const parts: readonly HTMLElement[] = head ? [line, shown] : [];
  for (const part of parts) part.addEventListener('keydown', closes(line));
}

const closes =
  (line: HTMLDetailsElement) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !line.open || isAboveThePage(event)) return;
    event.preventDefault();
    line.open = false;
    line.querySelector('summary')?.focus();
  };
