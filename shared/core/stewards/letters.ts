/**
 * Letters to those who answer for a group: that a message should be looked at, and that a hidden one should be
 * looked at again; and their word to each other that nothing is wrong with it. Only they and the letter's author
 * read one.
 */
import { collection, isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';

export const reports = collection({
  name: 'reports',
  keptIn: ['letters'],
  size: 'few',
  key: 'one',
  about: { of: 'records', ids: { posts: 'post' } },
  subject: [],
  privacy: {
    purpose:
      'What people report, what stewards found nothing wrong with, and hidden messages that their authors ask to look at again.',
    readers: 'readers of its container',
    keep: 'author',
    erasing: 'words',
    leaving: 'erase',
  },
  fields: {
    post: { type: 'text', max: 100 },
    /** The message, as `targetName` gives it. */
    target: { type: 'text', max: 200 },
    /** Of a report one of `reportReasons`; `appeal` or `stands` otherwise. */
    why: { type: 'text', max: 20 },
    note: { type: 'text', max: limits.letterNote },
  },
  indexes: {
    recent: { order: 'created', proof: 'look', spare: 1 },
    byPost: { partition: 'post', order: 'created', proof: 'look', spare: 2 },
  },
});

export type LetterRecord = RecordOf<typeof reports>;

/** Why somebody reports a message; widgets have words for each in four languages. */
export const reportReasons = ['hurtful', 'private', 'not-here', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** An author asks to look again at what is hidden. */
export const appealing = 'appeal';

/** Who answers for the group found nothing wrong with a message that was reported. */
export const standing = 'stands';

/** One report, and one appeal, a person and message. */
export const letterKey = (why: string, target: string): string =>
  `${why === appealing ? appealing : 'report'}:${target}`;

/** Drops a letter whose key is another one's, or whose reason is none. */
export const isLetter = (record: LetterRecord): boolean => {
  if (!isWellFormed(reports, record)) return false;
  const { why, target } = record.fields;
  const isKnown = why === appealing || (reportReasons as readonly string[]).includes(why);
  return isKnown && record.key === letterKey(why, target);
};

/** The key of a word that nothing is wrong with a message. @param draft made once for each. */
export const standingKey = (target: string, draft: string): string =>
  `${standing}:${target}:${draft}`;

/** Drops what is no such word. Whether its author's word counts is another question. */
export const isStanding = (record: LetterRecord): boolean =>
  isWellFormed(reports, record) &&
  record.fields.why === standing &&
  record.key.startsWith(standingKey(record.fields.target, ''));
