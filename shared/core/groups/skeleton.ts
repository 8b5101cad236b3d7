/** Whether two names look the same (UTS 39, confusable detection), be they of different characters. */
import { confusables } from './confusables.ts';

const prototypes = new Map(
  Object.entries(confusables).flatMap(([prototype, lookalikes]) =>
    Array.from(lookalikes, (character) => [character, prototype] as const),
  ),
);

const prototypesOf = (text: string): string =>
  Array.from(text.normalize('NFD'), (character) => prototypes.get(character) ?? character).join('');

const skeletonOf = (text: string): string =>
  prototypesOf(prototypesOf(text).toLowerCase()).normalize('NFD').replace(/\s+/g, ' ').trim();

/**
 * The skeletons of a name: names that look the same have one in common. Capitals may look like other
 * letters than their small forms do, so the name as it is written and in small letters has one each.
 */
export function skeletons(name: string): readonly [string, string] {
  const text = name.normalize('NFKC');
  return [skeletonOf(text), skeletonOf(text.toLowerCase())];
}
