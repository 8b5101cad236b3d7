/** Posts, comments and what happened to them. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { limits } from '../settings/settings.ts';

export const posts = collection({
  name: 'posts',
  keptIn: ['group', 'closed'],
  size: 'many',
  key: 'once',
  about: { of: 'container' },
  message: { kind: 'post', words: ['text'], edited: 'edited' },
  subject: [],
  privacy: {
    purpose: 'What people write on the wall of a group.',
    readers: 'readers of its container',
    keep: 'retention',
    erasing: 'words',
    leaving: 'unname',
  },
  fields: {
    text: { type: 'text', max: limits.post },
    edited: { type: 'flag' },
    deleted: { type: 'flag' },
    /** Why it was deleted; may be empty. */
    reason: { type: 'text', max: limits.deleteReason },
    /** What it is: something to share, a question or an idea. */
    kind: { type: 'text', max: 20, default: 'post' },
    /** The id of what it is about, as its author said; empty for nothing. */
    topic: { type: 'text', max: 40, default: '' },
    /** Of an idea: half of one. */
    unsure: { type: 'flag', default: false },
  },
  indexes: {
    recent: { order: 'created' },
    byKind: { partition: 'kind', order: 'created', spare: 1 },
    byTopic: { partition: 'topic', order: 'created', spare: 2 },
  },
});

export const comments = collection({
  name: 'comments',
  keptIn: ['group', 'closed'],
  size: 'many',
  key: 'once',
  about: { of: 'records', ids: { posts: 'post' } },
  message: { kind: 'comment', words: ['text'], edited: 'edited' },
  subject: ['to'],
  privacy: {
    purpose: 'What people answer to a post.',
    readers: 'readers of its container',
    keep: 'with',
    erasing: 'words',
    leaving: 'unname',
  },
  fields: {
    post: { type: 'text', max: 100 },
    /** The comment that it replies to; empty for a comment on the post itself. */
    parent: { type: 'text', max: 100 },
    text: { type: 'text', max: limits.comment },
    edited: { type: 'flag' },
    deleted: { type: 'flag' },
    reason: { type: 'text', max: limits.deleteReason },
    /** Whom it answers: the author of the post or of the parent. Empty for nobody else than its author. */
    to: { type: 'text', max: 200, default: '' },
  },
  indexes: {
    byPost: { partition: 'post', order: 'created' },
    byPerson: { partition: 'to', order: 'created', spare: 1 },
  },
});

/**
 * Until when a person has read a group's wall, and what they are done with of what waited for them there;
 * only they read it.
 */
export const readMarks = collection({
  name: 'readMarks',
  keptIn: ['person'],
  size: 'many',
  key: 'one',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'Until when a person has read a wall, and what they are done with.',
    readers: 'its author',
    keep: 'author',
    erasing: 'self',
    leaving: 'erase',
  },
  fields: { group: { type: 'text', max: 100 }, until: { type: 'number' } },
  indexes: {},
});

export type PostRecord = RecordOf<typeof posts>;
export type CommentRecord = RecordOf<typeof comments>;

/** A post or a comment of one group. */
export interface MessageRef {
  readonly group: string;
  readonly kind: 'post' | 'comment';
  readonly id: string;
}

/** Begins the key of a post that announces an article and holds its conversation. */
export const announcing = 'article:';

export const announces = ({ key }: Pick<PostRecord, 'key'>): boolean => key.startsWith(announcing);

/** Posts, comments and articles have ids of their own; this names one among all. */
export const targetName = ({
  kind,
  id,
}: {
  readonly kind: MessageRef['kind'] | 'article';
  readonly id: string;
}): string => `${kind}:${id}`;
