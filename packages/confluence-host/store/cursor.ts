/** Cursors: the end of a page as an opaque text. */

/** The numbers that order a row: the column of the index where it has one, then those of the id. */
export type Position = readonly number[];

export const cursorOf = (position: Position): string =>
  position.map((number) => number.toString(36)).join('.');

/** A text that no page gave. */
export class MadeUpCursor extends RangeError {
  override readonly name = 'MadeUpCursor';

  constructor() {
    super('No page gave this cursor.');
  }
}

/** @throws MadeUpCursor */
export function positionOf(cursor: string, length: number): Position {
  const parts = cursor.split('.');
  const numbers = parts.map((part) => Number.parseInt(part, 36));
  const isOurs = parts.every(
    (part, at) => numbers[at]?.toString(36) === part && Number.isSafeInteger(numbers[at]),
  );
  if (!isOurs || parts.length !== length) throw new MadeUpCursor();
  return numbers;
}

/** The order of two rows whose positions have the same parts. */
export function compare(one: Position, other: Position): number {
  for (const [at, number] of one.entries()) {
    const difference = number - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
