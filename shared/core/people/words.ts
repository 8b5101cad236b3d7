/** Whether a search finds a person: each of its words starts a word of their name or title. */
import type { DirectoryPerson } from '../kernel/ports.ts';

/** Lower case without accents, so that «Zoe» finds «Zoë». */
const wordsOf = (text: string): string[] =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').split(/\s+/).filter(Boolean);

export function startsWords(
  text: string,
  { name, title = '' }: Pick<DirectoryPerson, 'name' | 'title'>,
): boolean {
  const words = wordsOf(`${name} ${title}`);
  return wordsOf(text).every((start) => words.some((word) => word.startsWith(start)));
}
