/**
 * Reserves the height that a widget is about to need. What stands below a web part would jump away when the
 * content comes, under the pointer of who is about to press it.
 */
import { whenReady } from '@kantine/elements/registry';
import type { Outline } from '@kantine/elements/registry';

/** An outline whose rows are counted. */
export interface Shape extends Outline {
  readonly rows: number;
}

/** Of a screen: what stands below is out of sight then, and moves unseen when the web part grows further. */
const mostOfScreen = 0.75;

/** Parts of an element draw after it. In milliseconds. */
const quiet = 500;

/** @param isCompact whether the widget is shown in its narrow layout. */
export function reserveHeight(root: HTMLElement, shape: Shape, isCompact: boolean): void {
  const { head, row, rows } = { ...shape, ...(isCompact ? shape.compact : {}) };
  const height = Math.min(head + row * Number(rows), screen.height * mostOfScreen);
  root.style.minBlockSize = `${String(height)}px`;
  whenReady(root, () => {
    setTimeout(() => {
      root.style.minBlockSize = '';
    }, quiet);
  });
}
