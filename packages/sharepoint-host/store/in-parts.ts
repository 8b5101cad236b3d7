/** Values in parts, so that few questions find the one among them that is crowded. */
export function inParts(values: readonly string[]): readonly (readonly string[])[] {
  const size = Math.ceil(Math.sqrt(values.length));
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  );
}
