/** Writing on a wall. Every command is safe to repeat after an answer was lost. */
import { groupContainer } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { byIds, rows } from '../kernel/query.ts';
import { acceptText } from '../kernel/accept-text.ts';
import { peopleFinder } from '../people/person.ts';
import { limits } from '../settings/settings.ts';
import { isComment, peopleIn } from './about-posts.ts';
import { acceptMentions, namedBy, removeMentions, writeMentions } from '../mentions/keep.ts';
import type { NewComment, NewPost } from './commands.ts';
import { replaceWords } from './edit.ts';
import { comments, posts, targetName } from './message.ts';
import type { CommentRecord, MessageRef, PostRecord } from './message.ts';
import { changeMessage, mentioning } from './own-message.ts';
import { reactions } from './reaction.ts';
import { commentView, correctable, postView } from './view.ts';
import type { CommentView, PostView, ViewContext } from './view.ts';

const blank = { edited: false, deleted: false, reason: '' };

/** The context of a message that nobody has reacted to yet. */
async function freshContext(
  { identity, directory }: Host,
  record: PostRecord | CommentRecord,
): Promise<ViewContext> {
  const me = await identity.me();
  const person = await peopleFinder(directory, [me, ...peopleIn([record])]);
  return { me, person, counts: new Map(), mine: new Map() };
}

/** Whether a colleague answered a message or reacted to it. */
async function hasEcho(
  { store }: Host,
  kind: MessageRef['kind'],
  { container, id: message }: PostRecord | CommentRecord,
): Promise<boolean> {
  const one = { container, order: 'ascending', limit: 1 } as const;
  const target = targetName({ kind, id: message });
  const [reacted, answered] = await store.read([
    rows(reactions, { ...one, index: 'byTarget', eq: target }),
    rows(comments, { ...one, index: 'byPost', eq: message }),
  ]);
  return reacted.records.length > 0 || (kind === 'post' && answered.records.length > 0);
}

/** Whether there was time to read a message, or a colleague answered it or reacted to it. */
async function isRead(
  host: Host,
  kind: MessageRef['kind'],
  record: PostRecord | CommentRecord,
): Promise<boolean> {
  const isLate = (await host.clock.server()) - record.created > correctable;
  return isLate || hasEcho(host, kind, record);
}

/**
 * A draft whose answer was lost may be changed before it is sent again: the message is there already,
 * and takes the words that its author sees now. Once somebody answered or reacted, or had time to read
 * it, that is an edit, which is marked and keeps the words before.
 */
async function asSent<Message extends PostRecord | CommentRecord>(
  host: Host,
  kind: MessageRef['kind'],
  record: Message,
  words: string,
): Promise<Message> {
  if (record.fields.deleted) return record;
  const sent = record.fields.text === words ? record : await corrected(host, kind, record, words);
  await writeMentions(host, mentioning(kind, record), words);
  return sent as Message;
}

async function corrected(
  host: Host,
  kind: MessageRef['kind'],
  record: PostRecord | CommentRecord,
  words: string,
): Promise<PostRecord | CommentRecord> {
  if (await isRead(host, kind, record)) return replaceWords(host, kind, record, words);
  const changed = await changeMessage(host, kind, record, { text: words });
  // Nobody has read the words before, and no history keeps them.
  if (namedBy(record.fields.text).length > 0) {
    await removeMentions(host, mentioning(kind, record), namedBy(words));
  }
  return changed;
}

/** What was sent as a question, or about a topic, and is sent again as something else: as long as it is new. */
async function asKind(
  host: Host,
  record: PostRecord,
  { kind, topic, unsure }: PostRecord['fields'],
): Promise<PostRecord> {
  const { fields } = record;
  const isSame = fields.kind === kind && fields.topic === topic && fields.unsure === unsure;
  if (isSame || fields.deleted) return record;
  if (await isRead(host, 'post', record)) return record;
  return host.store.update(posts, record, { ...fields, kind, topic, unsure });
}

/** @param post may be an idea, which has an operation of its own. */
export async function writePost(
  host: Host,
  {
    group,
    text: typed,
    key: draft,
    kind,
    topic = '',
    unsure = false,
  }: Omit<NewPost, 'kind'> & {
    readonly kind?: Exclude<PostView['kind'], 'article'>;
    readonly unsure?: boolean;
  },
): Promise<PostView> {
  const fields = {
    ...blank,
    kind: kind ?? 'post',
    topic,
    unsure,
    text: acceptText('message', typed, limits.post),
  };
  acceptMentions(fields.text);
  const { record } = await host.store.insert(posts, groupContainer(group), draft, fields);
  const sent = await asSent(host, 'post', await asKind(host, record, fields), fields.text);
  return postView(sent, [], { commentCount: 0 }, await freshContext(host, sent));
}

export async function writeComment(host: Host, input: NewComment): Promise<CommentView> {
  const container = groupContainer(input.group);
  const words = acceptText('comment', input.text, limits.comment);
  acceptMentions(words);
  const place = await placeOf(host, input);
  const fields = { ...blank, ...place, post: input.post, text: words };
  const { record } = await host.store.insert(comments, container, input.key, fields);
  const sent = await asSent(host, 'comment', record, words);
  return commentView(sent, await freshContext(host, sent));
}

/** Where an answer stands, and whom it answers. */
type Place = Pick<CommentRecord['fields'], 'parent' | 'to'>;

/**
 * The thread that an answer joins; a reply to a reply joins the thread that the reply is in.
 * @throws NotFound when the post or the comment that it answers is gone.
 */
async function placeOf({ store, identity }: Host, input: NewComment): Promise<Place> {
  const container = groupContainer(input.group);
  const answered = input.parent === undefined ? [] : [input.parent];
  const [onPosts, onComments] = await store.read([
    byIds(posts, container, [input.post]),
    byIds(comments, container, answered),
  ]);
  const target = onPosts.records[0];
  if (!target || target.fields.deleted) throw new NotFound(`post ${input.post}`);
  const me = await identity.me();
  const toOther = (...authors: readonly PersonId[]): string =>
    authors.find((author) => author !== me) ?? '';
  if (input.parent === undefined) return { parent: '', to: toOther(target.author) };
  const parent = onComments.records.find(isComment);
  if (parent?.fields.post !== input.post) throw new NotFound(`comment ${input.parent}`);
  const thread = parent.fields.parent === '' ? input.parent : parent.fields.parent;
  return { parent: thread, to: toOther(parent.author, target.author) };
}
