/** Thanks for a message: a mark of who thanks on it, and one of its author who keeps all of them to themselves. */
import { choiceMark } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import { count, maxLimit, rows } from '../kernel/query.ts';
import type { Counts } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { isComment, isPost } from '../wall/about-posts.ts';
import { isMark, markKey, marks } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import type { CommentRecord, PostRecord } from '../wall/message.ts';
import { ownMark } from '../wall/own-mark.ts';

/** What somebody writes by either tap. */
export const said = '1';

/** The message that thanks are for. */
export interface Thanked {
  readonly target: string;
  readonly author: PersonId;
}

const isOf = (family: 'thanked' | 'kept', record: MarkRecord): boolean =>
  isMark(record) && record.fields.family === family && record.fields.value === said;

/** Whether a row thanks somebody; that they wrote its message is for the message to say. */
export const isThanked = (record: MarkRecord): boolean =>
  isOf('thanked', record) && record.author !== record.fields.to;

/** Whether it thanks the author of the message, who is somebody else. */
export const thanksFor =
  ({ target, author }: Thanked) =>
  (record: MarkRecord): boolean =>
    isThanked(record) && record.fields.target === target && record.fields.to === author;

/** Whether the author of the message keeps its thanks to themselves. */
export const keepsThanksFor =
  ({ target, author }: Thanked) =>
  (record: MarkRecord): boolean =>
    isOf('kept', record) && record.fields.target === target && record.author === author;

/** Messages that somebody sees, and may thank for. */
export const isThere = (message: PostRecord | CommentRecord): boolean =>
  !message.fields.deleted &&
  ('post' in message.fields ? isComment(message as CommentRecord) : isPost(message as PostRecord));

/** The questions about thanks for a message: how many, who, whether the reader, and whether its author keeps them. */
export const aboutThanks = (container: ContainerId, { target, author }: Thanked, me: PersonId) => {
  const of = {
    container,
    index: 'byMark',
    eq: choiceMark(markKey('thanked', target), said),
  } as const;
  return [
    // Rows that break a rule are taken off among those that are read: a host may count without reading.
    count(marks, { ...of, by: 'mark', distinctAuthors: true, keyed: true }),
    rows(marks, { ...of, order: 'descending', limit: maxLimit }),
    ownMark(container, me, 'thanked', target),
    ownMark(container, author, 'kept', target),
  ] as const;
};

/** Everybody who thanks, newest first, and how many they are at least. */
export function thankersIn(
  found: readonly MarkRecord[],
  counts: Counts,
  message: Thanked,
): { readonly people: readonly PersonId[]; readonly number: number } {
  const key = markKey('thanked', message.target);
  const honest = found.filter(thanksFor(message));
  const people = [...new Set(honest.map(({ author }) => author))];
  const broken = found.filter((record) => record.key === key && !honest.includes(record));
  const counted = counts.get(choiceMark(key, said)) ?? 0;
  return { people, number: Math.max(people.length, counted - broken.length) };
}
