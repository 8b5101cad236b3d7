/** The letters about a group that are read: which of very many, and what is said to be in order. */
import { groupContainer, lettersOf } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isLetter, isStanding, reports } from './letters.ts';
import type { LetterRecord } from './letters.ts';

/** Pages of letters that are read at most: one question each. */
const mostPages = 5;

interface NewestLetters {
  readonly letters: readonly LetterRecord[];
  /** Words that nothing is wrong with a message, of whomever. */
  readonly standings: readonly LetterRecord[];
}

export async function newestLetters(store: Store, group: string): Promise<NewestLetters> {
  const query = rows(reports, {
    container: lettersOf(groupContainer(group)),
    index: 'recent',
    order: 'descending',
    limit: maxLimit,
  });
  const letters: LetterRecord[] = [];
  const standings: LetterRecord[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const [answer] = await store.read([{ ...query, ...(cursor === undefined ? {} : { cursor }) }]);
    letters.push(...answer.records.filter(isLetter));
    standings.push(...answer.records.filter(isStanding));
    ({ cursor } = answer);
    if (cursor === undefined) break;
  }
  return { letters, standings };
}

/** The newest of each author in turn, so that nobody buries what others wrote; then all of them, newest first. */
function inTurns(letters: readonly LetterRecord[], most: number): readonly LetterRecord[] {
  const written = new Map<PersonId, number>();
  const turns = new Map(
    letters.map((letter) => {
      const turn = written.get(letter.author) ?? 0;
      written.set(letter.author, turn + 1);
      return [letter, turn] as const;
    }),
  );
  const turnOf = (letter: LetterRecord): number => turns.get(letter) ?? 0;
  const chosen = new Set(
    letters.toSorted((one, other) => turnOf(one) - turnOf(other)).slice(0, most),
  );
  return letters.filter((letter) => chosen.has(letter));
}

/**
 * Whether a message was found to be in order after a letter about it was written. Nobody says that of what they
 * wrote themselves.
 */
export function standsBy(
  standings: readonly LetterRecord[],
): (letter: LetterRecord, author: PersonId | undefined) => boolean {
  const words = new Map<string, LetterRecord[]>();
  for (const word of standings) {
    const { target } = word.fields;
    words.set(target, [...(words.get(target) ?? []), word]);
  }
  return ({ fields, created }, author) =>
    (words.get(fields.target) ?? []).some(
      (word) => word.author !== author && word.created > created,
    );
}

/** Letters that seem to be answered come after all others, so that these are not crowded out; newest first. */
export function chosenOf(
  letters: readonly LetterRecord[],
  stands: ReturnType<typeof standsBy>,
  most: number,
): readonly LetterRecord[] {
  const isAnswered = (letter: LetterRecord): boolean => stands(letter, undefined);
  const waiting = inTurns(
    letters.filter((letter) => !isAnswered(letter)),
    most,
  );
  const answered = letters.filter(isAnswered).slice(0, most - waiting.length);
  return [...waiting, ...answered].toSorted(newestFirst);
}

const newestFirst = (one: { created: Instant }, other: { created: Instant }): number =>
  other.created - one.created;
