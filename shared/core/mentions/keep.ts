/**
 * Keeps the rows of whom a message mentions, in its words of today and in earlier ones: the row of somebody
 * whom an edit left out stays with the history, so that it can be found whom the message ever named. It
 * counts for nothing. All of it is safe to repeat after an answer was lost.
 */
import { removeIfThere } from '../kernel/admit.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Invalid } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { mentionKey, mentions } from './collection.ts';
import type { MentionRecord } from './collection.ts';
import { everybody, mentionsEverybody } from './everybody.ts';
import { mentionedIn } from './token.ts';

/** Most people that one message mentions. */
const mostMentioned = 20;

/** A message of the reader's. */
export interface Mentioning {
  readonly container: ContainerId;
  /** As `targetName` gives it. */
  readonly target: string;
}

/** @throws Invalid `too-many` */
export function acceptMentions(text: string): void {
  const actual = new Set(mentionedIn(text)).size;
  if (actual <= mostMentioned) return;
  const data = { field: 'message', reason: 'too-many', actual, limit: mostMentioned } as const;
  throw new Invalid(
    data,
    `You mention ${actual} people; one message mentions at most ${mostMentioned}.`,
  );
}

/** Whom the rows of a message with this text name: colleagues, and everybody in the group. */
export const namedBy = (text: string): readonly PersonId[] => [
  ...new Set(mentionedIn(text)),
  ...(mentionsEverybody(text) ? [everybody] : []),
];

/** Writes a row for each colleague whom a text mentions, and one for everybody. */
export async function writeMentions(
  { store, identity }: Host,
  { container, target }: Mentioning,
  text: string,
): Promise<void> {
  const named = namedBy(text);
  if (named.length === 0) return;
  const me = await identity.me();
  await Promise.all(
    named
      .filter((to) => to !== me)
      .map((to) => store.insert(mentions, container, mentionKey(target, to), { to, target })),
  );
}

/** Removes the rows of a message that was deleted, or of words that nobody has read. @param except who stays. */
export async function removeMentions(
  { store, identity }: Host,
  { container, target }: Mentioning,
  except: readonly PersonId[] = [],
): Promise<void> {
  const ofMessage = rows(mentions, {
    container,
    index: 'byTarget',
    eq: target,
    author: await identity.me(),
    order: 'ascending',
    limit: maxLimit,
  });
  let left: readonly MentionRecord[];
  let kept: number;
  do {
    [{ records: left }] = await store.read([ofMessage]);
    const gone = left.filter(({ fields }) => !except.includes(fields.to));
    kept = left.length - gone.length;
    for (const record of gone) await removeIfThere(store, mentions, record);
  } while (left.length >= maxLimit && kept < left.length);
}
