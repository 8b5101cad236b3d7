import { maxIn } from './query.ts';

/** Values in parts that an `in` takes. @param size of a part. */
export function inParts<Value>(
  values: Iterable<Value>,
  size = maxIn,
): readonly (readonly Value[])[] {
  const all = [...values];
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );
}
