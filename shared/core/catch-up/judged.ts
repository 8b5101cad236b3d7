/** Which messages wait for the reader: those that rows name, judged by what the messages themselves say. */
import type { PersonId, Stamp } from '../kernel/record.ts';
import { isPost } from '../wall/about-posts.ts';
import type { CommentRecord, MessageRef, PostRecord } from '../wall/message.ts';
import { targetName } from '../wall/message.ts';
import { judgeMention, messageNamed, whyAnswered } from './admit.ts';
import type { Messages, Why } from './admit.ts';
import type { Candidates } from './candidates.ts';
import { doneKey } from './done-key.ts';
import type { FoundMessages, Wanted } from './messages.ts';

/** Rows that name the reader, or posts that they follow. */
export type Rows = Pick<Candidates, 'mentions' | 'toEverybody' | 'answers' | 'onFollowed'>;

/** A row that counts, with what it says of a message. */
export interface Found {
  readonly group: string;
  readonly row: Stamp;
  readonly message: PostRecord | CommentRecord;
  readonly kind: MessageRef['kind'];
  readonly why: Why;
  /** The post that the reader follows. */
  readonly about?: PostRecord;
}

export const keyOf = ({ group, kind, message: { id } }: Found): string =>
  doneKey(group, targetName({ kind, id }));

/** The messages that have to be looked at, by group. */
export function wantedFor(
  groups: ReadonlyMap<string, string>,
  { mentions, toEverybody, answers, onFollowed }: Rows,
): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Record<keyof Wanted, Set<string>>>();
  const of = (container: string) => {
    const group = groups.get(container) ?? '';
    const known = wanted.get(group) ?? {
      posts: new Set<string>(),
      comments: new Set<string>(),
      targets: new Set<string>(),
    };
    wanted.set(group, known);
    return known;
  };
  for (const mention of [...mentions, ...toEverybody]) {
    const target = messageNamed(mention);
    if (!target) continue;
    of(mention.container)[target.kind === 'post' ? 'posts' : 'comments'].add(target.id);
    of(mention.container).targets.add(mention.fields.target);
  }
  for (const { container, id, fields } of [...answers, ...onFollowed]) {
    of(container).posts.add(fields.post);
    if (fields.parent !== '') of(container).comments.add(fields.parent);
    of(container).targets.add(targetName({ kind: 'comment', id }));
  }
  return wanted;
}

/** The post that a comment is on, which the reader follows and somebody else wrote. */
function followedPost(
  { fields }: CommentRecord,
  { posts }: Messages,
  me: PersonId,
): PostRecord | undefined {
  const post = fields.deleted ? undefined : posts.get(fields.post);
  return post && post.author !== me && isPost(post) && !post.fields.deleted ? post : undefined;
}

/** The rows that count, a line for each message, and how many were forged. */
export function judged(
  groups: ReadonlyMap<string, string>,
  { mentions, toEverybody, answers, onFollowed }: Rows,
  messages: FoundMessages['messages'],
  me: PersonId,
): { readonly found: readonly Found[]; readonly dropped: number } {
  const none: Messages = { posts: new Map(), comments: new Map() };
  const byTarget = new Map<string, Found>();
  let dropped = 0;
  const add = (found: Found): void => void byTarget.set(keyOf(found), found);
  const groupOf = (container: string): string => groups.get(container) ?? '';
  // A message is one line, for the best of its reasons, which is added last.
  for (const row of onFollowed) {
    const about = followedPost(row, messages.get(row.container) ?? none, me);
    const group = groupOf(row.container);
    if (about) add({ group, row, message: row, kind: 'comment', why: 'followed', about });
  }
  for (const row of [...toEverybody, ...mentions]) {
    const there = messages.get(row.container) ?? none;
    const verdict = judgeMention(row, there);
    if (verdict === 'forged') dropped += 1;
    const target = messageNamed(row);
    const message = target && there[target.kind === 'post' ? 'posts' : 'comments'].get(target.id);
    if (verdict !== 'counts' || !target || !message) continue;
    const why = row.fields.to === me ? 'mentioned' : 'everybody';
    add({ group: groupOf(row.container), row, message, kind: target.kind, why });
  }
  for (const message of answers) {
    const why = whyAnswered(message, messages.get(message.container) ?? none, me);
    const group = groupOf(message.container);
    if (why) add({ group, row: message, message, kind: 'comment', why });
  }
  return { found: [...byTarget.values()], dropped };
}
