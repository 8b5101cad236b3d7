/** Which of the rows that name the reader count: those whose message says so itself. */
import { everybody, mentionsEverybody } from '../mentions/everybody.ts';
import { mentionedIn } from '../mentions/token.ts';
import type { MentionRecord } from '../mentions/collection.ts';
import type { PersonId } from '../kernel/record.ts';
import { isComment, isPost } from '../wall/about-posts.ts';
import type { CommentRecord, MessageRef, PostRecord } from '../wall/message.ts';

export const reasons = [
  'mentioned',
  'everybody',
  'answered',
  'commented',
  'replied',
  'followed',
] as const;

/** Why something waits for a person. */
export type Why = (typeof reasons)[number];

/** The messages of one group that rows name. */
export interface Messages {
  readonly posts: ReadonlyMap<string, PostRecord>;
  readonly comments: ReadonlyMap<string, CommentRecord>;
}

/** The message that a row names, a mention or a mark. @returns undefined for none. */
export function messageNamed({
  fields,
}: {
  readonly fields: Pick<MentionRecord['fields'], 'target'>;
}): Omit<MessageRef, 'group'> | undefined {
  const [, kind, id = ''] = /^(post|comment):(.+)$/s.exec(fields.target) ?? [];
  return kind === undefined ? undefined : { kind: kind as MessageRef['kind'], id };
}

/** Whether a text mentions a person, or everybody. */
export const names = (text: string, to: PersonId): boolean =>
  to === everybody ? mentionsEverybody(text) : mentionedIn(text).includes(to);

/** `forged`: no message of its author's that is there bears the row out. `gone`: it does no more. */
export type Verdict = 'counts' | 'gone' | 'forged';

/**
 * A mention counts if the message that it names is by the same author, still there and names its person. A
 * message that was deleted or edited since is no forgery.
 */
export function judgeMention(mention: MentionRecord, { posts, comments }: Messages): Verdict {
  const target = messageNamed(mention);
  if (!target) return 'forged';
  const post = target.kind === 'post' ? posts.get(target.id) : undefined;
  const comment = target.kind === 'comment' ? comments.get(target.id) : undefined;
  const message = post ?? comment;
  if (message?.author !== mention.author) return 'forged';
  if (!(post ? isPost(post) : comment && isComment(comment))) return 'forged';
  if (message.fields.deleted) return 'gone';
  if (names(message.fields.text, mention.fields.to)) return 'counts';
  return message.fields.edited ? 'gone' : 'forged';
}

/**
 * A comment waits for a person if it answers what they wrote: the comment above it, or the post.
 * @returns undefined where it does not.
 */
export function whyAnswered(
  answer: CommentRecord,
  { posts, comments }: Messages,
  me: PersonId,
): Why | undefined {
  const { post, parent, deleted } = answer.fields;
  if (deleted || !isComment(answer)) return undefined;
  const above = comments.get(parent);
  if (above?.author === me && isComment(above) && above.fields.post === post) return 'replied';
  const about = posts.get(post);
  if (about?.author !== me || !isPost(about)) return undefined;
  return about.fields.kind === 'question' ? 'answered' : 'commented';
}
