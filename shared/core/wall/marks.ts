/** Marks: what somebody says of a message by one tap, beside reactions. One a person, family and message. */
import { choiceMark, collection, isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { PersonId } from '../kernel/record.ts';
import { rows } from '../kernel/query.ts';
import { targetName } from './message.ts';

export const marks = collection({
  name: 'marks',
  keptIn: ['group', 'closed', 'desk'],
  size: 'few',
  key: 'one',
  about: { of: 'records', ids: { posts: 'post' }, name: 'target' },
  subject: ['to'],
  privacy: {
    purpose:
      'Which answer solved a question, whom it helped too, pins, topics, who would try an idea, and thanks for messages.',
    readers: 'readers of its container',
    keep: 'with',
    erasing: 'given',
    leaving: 'erase',
  },
  fields: {
    /** The post itself, or the post that the comment is on. */
    post: { type: 'text', max: 100 },
    /** The message, as `targetName` gives it. */
    target: { type: 'text', max: 200 },
    family: { type: 'text', max: 20 },
    value: { type: 'text', max: 100 },
    /** Whom it credits; empty for nobody. */
    to: { type: 'text', max: 200 },
    /** Key and value in one, so that one count gives every number on a page. */
    mark: { type: 'text', max: 320 },
  },
  indexes: {
    byPost: { partition: 'post', order: 'created', proof: 'look', spare: 1 },
    byFamily: { partition: 'family', order: 'created', proof: 'key', spare: 2 },
    byTo: { partition: 'to', order: 'created', proof: 'look', spare: 3 },
    byMark: { partition: 'mark', order: 'created', proof: 'look', spare: 4 },
    byTarget: { partition: 'target', order: 'created', proof: 'key', spare: 5 },
  },
});

export type MarkRecord = RecordOf<typeof marks>;

/**
 * What a mark says. `accept`: its comment solved the question; `helped`: it helped somebody else too; `pin`: a
 * steward lets its post stand above the wall until a moment, or no more; `topic`: what its post is about;
 * `tried`: somebody would try the idea; `thanked`: somebody thanks its author for it, who lets nobody else see that
 * by `kept`.
 */
export type MarkFamily = 'accept' | 'helped' | 'pin' | 'topic' | 'tried' | 'thanked' | 'kept';

export const markKey = (family: MarkFamily, target: string): string => `${family}:${target}`;

interface NewMark {
  readonly family: MarkFamily;
  readonly target: string;
  readonly post: string;
  readonly value: string;
  readonly to: PersonId;
}

export const markFields = ({ family, target, post, value, to }: NewMark) => ({
  post,
  target,
  family,
  value,
  to,
  mark: choiceMark(markKey(family, target), value),
});

/** Drops a mark whose columns disagree with each other or with its key. */
export function isMark(record: MarkRecord): boolean {
  if (!isWellFormed(marks, record)) return false;
  const { family, target, value, mark } = record.fields;
  return record.key === `${family}:${target}` && mark === choiceMark(record.key, value);
}

/** The target of an acceptance: the question. */
export const questionTarget = (post: string): string => targetName({ kind: 'post', id: post });

/** The target of «helped me too»: the answer. */
export const answerTarget = (comment: string): string =>
  targetName({ kind: 'comment', id: comment });

/** Where stewards write marks: an open group's are believed by their author, a closed one's by where they lie. */
export const placeOfStewards = (group: string): ContainerId =>
  isClosed(group) ? deskOf(group) : groupContainer(group);

/** The query for the newest marks of a family; older ones are asked for by nobody. */
export const newestMarks = (container: ContainerId, family: MarkFamily) =>
  rows(marks, {
    container,
    index: 'byFamily',
    eq: family,
    order: 'descending',
    limit: mostNewest,
  });

/** So many marks of a family at most. */
const mostNewest = 60;
