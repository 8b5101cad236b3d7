/** Mentions: whom a message names, so that they can find it. One row a person and message. */
import { collection, isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';

export const mentions = collection({
  name: 'mentions',
  keptIn: ['group', 'closed'],
  size: 'few',
  key: 'one',
  about: { of: 'records', ids: {}, name: 'target' },
  subject: ['to'],
  inTexts: true,
  privacy: {
    purpose: 'Whom a message mentions, so that they find it.',
    readers: 'readers of its container',
    keep: 'with',
    // With the message, which stays: whom its words name has to be found.
    erasing: 'words',
    leaving: 'unname',
  },
  fields: {
    /** Empty for everybody in the group. */
    to: { type: 'text', max: 200 },
    /** The message, as `targetName` gives it. */
    target: { type: 'text', max: 200 },
  },
  indexes: {
    byPerson: { partition: 'to', order: 'created', proof: 'key', spare: 1 },
    byTarget: { partition: 'target', order: 'created', proof: 'key', spare: 2 },
  },
});

export type MentionRecord = RecordOf<typeof mentions>;

export const mentionKey = (target: string, to: string): string => `${target}|${to}`;

/** Drops a mention whose columns disagree with its key. */
export const isMention = (record: MentionRecord): boolean =>
  isWellFormed(mentions, record) &&
  record.key === mentionKey(record.fields.target, record.fields.to);
