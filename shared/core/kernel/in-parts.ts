import { maxIn } from './query.ts';

/** Values in parts that an `in` takes. */
export function inParts<Value>(values: Iterable<Value>): readonly (readonly Value[])[] {
  const all = [...values];
  return Array.from({ length: Math.ceil(all.length / maxIn) }, (_, part) =>
    all.slice(part * maxIn, (part + 1) * maxIn),
  );
}
