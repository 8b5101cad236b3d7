/** Values in parts, so that few questions find the one among them that is crowded. */
import { concurrently } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import type { Refused } from './at-once.ts';
import type { ListReading } from './list-reading.ts';

function inParts(values: readonly string[]): readonly (readonly string[])[] {
  const size = Math.ceil(Math.sqrt(values.length));
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  );
}

/** How a part is read: what one question told about it, and then what is left of it. */
interface Reading<Part, T> {
  readonly ask: (values: readonly string[]) => Talk<Part>;
  /** Why the question told nothing. */
  readonly refusal: (part: Part) => Refused | undefined;
  readonly finish: (part: Part) => Talk<T>;
}

/**
 * Values that are too many for one question: that one of them is crowded costs the others nothing. Of the
 * parts that are still too many the first is read value by value, and the others only where that one holds
 * what it seems to: somebody who floods many values makes a page short, and never slow.
 */
export async function* readInParts<Part, T>(
  reading: ListReading,
  values: readonly string[],
  { ask, refusal, finish }: Reading<Part, T>,
): Talk<readonly T[]> {
  const parts = yield* concurrently(inParts(values).map(ask));
  const isCrowded = (part: Part): boolean => refusal(part) === 'too many';
  const [first, ...others] = parts.filter(isCrowded);
  const few = parts.filter((part) => !isCrowded(part));
  const read = yield* concurrently([...few, ...(first ? [first] : [])].map(finish));
  if (others.length === 0) return read;
  if (!reading.isFlooded) return [...read, ...(yield* concurrently(others.map(finish)))];
  reading.missing.incomplete = true;
  return read;
}
