/** Cursors: where a page ended, as text that no caller looks into. */
import type { Position } from './ask.ts';

/** The partition is the query's own; a cursor only carries the order in it and the ID. */
export const cursorOf = ({ id, text }: Position): string => {
  const order = text?.split('.')[1];
  return order === undefined ? `${id}` : `${order}.${id}`;
};

/** @throws RangeError on a text that no page gave. */
export function positionOf(cursor: string, digest: string, isByNumber: boolean): Position {
  const match = (isByNumber ? /^(\d{16})\.(\d{1,10})$/ : /^()(\d{1,10})$/).exec(cursor);
  const id = Number(match?.[2] ?? Number.NaN);
  if (!match || !(id <= 2_147_483_647)) throw new RangeError('No page gave this cursor.');
  return { id, text: isByNumber ? `${digest}.${match[1] ?? ''}` : digest };
}
