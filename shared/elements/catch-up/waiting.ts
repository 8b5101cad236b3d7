/** What waits for the reader, asked of all parts that are looked at, and what became of lines that are gone. */
import type { Community, ForYou, ForYouLine } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { isolated } from '../parts/audience-label/isolated.ts';

export const keyOf = ({ message: { group, kind, id } }: Pick<ForYouLine, 'message'>): string =>
  JSON.stringify([group, kind, id]);

/** Some parts of the reader's groups together. */
export async function readParts({ catchUp }: Community, parts: number): Promise<ForYou> {
  const numbers = Array.from({ length: parts }, (_, part) => part);
  const found = await Promise.all(numbers.map((part) => catchUp.forYou({ part })));
  return {
    lines: found
      .flatMap(({ lines }) => lines)
      .toSorted((one, other) => other.created - one.created),
    isMore: found.some(({ isMore }) => isMore),
    dropped: found.reduce((sum, { dropped }) => sum + dropped, 0),
    failed: found.reduce((sum, { failed }) => sum + failed, 0),
    further: found.at(-1)?.further ?? 0,
    groups: found.flatMap(({ groups }) => groups),
  };
}

/** More than a few at once are gone for another reason: a group was muted, say. */
const mostLookedAt = 30;

/**
 * @param gone lines that were shown and wait no more.
 * @returns what is said of those that somebody took back, a sentence each; nothing of the others, which the
 * reader was done with in another window.
 */
export async function takenBackText(
  { catchUp }: Community,
  gone: readonly ForYouLine[],
): Promise<string> {
  const lines = gone.slice(0, mostLookedAt).map(({ message, why }) => ({ message, why }));
  const found = await catchUp.takenBack({ lines });
  const by = new Map(found.map((each) => [keyOf(each), each.by]));
  const sentences = gone.flatMap((line) => {
    const name = isolated(line.by.name || msg('Former colleague'));
    switch (by.get(keyOf(line))) {
      case 'author':
        return [msg(str`${name} took this back.`)];
      case 'stewards':
        return [msg(str`What ${name} wrote was hidden.`)];
      default:
        return [];
    }
  });
  return [...new Set(sentences)].join(' ');
}
