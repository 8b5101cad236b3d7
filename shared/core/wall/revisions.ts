/** What messages said before they were edited. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';
import { targetName } from './message.ts';
import type { MessageRef } from './message.ts';

/** What a message said before each edit, kept by its author's edits. */
export const revisions = collection({
  name: 'revisions',
  keptIn: ['group', 'closed'],
  size: 'many',
  key: 'once',
  about: { of: 'records', ids: {}, name: 'target' },
  texts: ['text'],
  subject: [],
  privacy: {
    purpose: 'What a message said before its author edited it.',
    readers: 'readers of its container',
    keep: 'with',
    erasing: 'words',
    leaving: 'unname',
  },
  fields: {
    target: { type: 'text', max: 200 },
    text: { type: 'text', max: limits.post },
  },
  indexes: { byTarget: { partition: 'target', order: 'created' } },
});

/** Names the wording that a message had in one version. */
export const revisionKey = (message: Pick<MessageRef, 'kind' | 'id'>, version: string): string =>
  JSON.stringify([targetName(message), version]);

export type RevisionRecord = RecordOf<typeof revisions>;
