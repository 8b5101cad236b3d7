/** Opening the line «Waiting for an answer» of a wall: nothing is asked before, and nothing after it is closed. */
import './define.waiting.ts';
import type { WidgetElement } from '../kit/kantine-element.ts';

interface WaitingHost extends WidgetElement {
  readonly group: string | undefined;
}

/** @param line was opened or closed. */
export function openWaiting({ community, group }: WaitingHost, line: HTMLDetailsElement): void {
  line.querySelector('kantine-waiting')?.remove();
  if (!line.open) return;
  const waiting = document.createElement('kantine-waiting');
  Object.assign(waiting, { community, group });
  line.append(waiting);
}
