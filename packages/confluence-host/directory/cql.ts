/** Searching people by how the words of their names start. */
import type { DirectoryPerson } from '@kantine/core';

/** Lower case without accents, so that «Zoe» finds «Zoë». */
const wordsOf = (text: string): string[] =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').split(/\s+/).filter(Boolean);

export function startsWords(text: string, { name }: DirectoryPerson): boolean {
  const words = wordsOf(name);
  return wordsOf(text).every((start) => words.some((word) => word.startsWith(start)));
}

/** A search for the words of a text; nothing where it has none that a name could begin with. */
export function cqlOf(text: string): string | undefined {
  const words = text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  return `user.fullname~"${words.map((word) => `${word}*`).join(' ')}"`;
}
