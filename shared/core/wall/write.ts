/** Writing on a wall. Every command is safe to repeat after an answer was lost. */
import { readAdmitted, removeIfThere } from '../admit.ts';
import { isWellFormed } from '../collection.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { peopleFinder } from '../people/person.ts';
import { groupContainer, personContainer } from '../ports.ts';
import type { Host, Instant } from '../ports.ts';
import { byIds, byKeys, maxLimit, rows } from '../query.ts';
import { limits } from '../settings/settings.ts';
import type { ReactionKind } from '../settings/settings.ts';
import { acceptOptionalText, acceptText } from '../text/visible-text.ts';
import { findMessage } from './find-message.ts';
import { comments, posts, readMarks, revisionKey, revisions, targetName } from './message.ts';
import type { CommentRecord, MessageRef, PostRecord, RevisionRecord } from './message.ts';
import { isReactionKind, markOf, ownerOf, reactions } from './reaction.ts';
import { commentView, postView } from './view.ts';
import type { CommentView, PostView, ViewContext } from './view.ts';

export interface NewPost {
  readonly group: string;
  readonly text: string;
  /** Made once for each draft; repeating the command with it posts nothing twice. */
  readonly key: string;
}

export interface NewComment extends NewPost {
  readonly post: string;
  /** The comment that it replies to. */
  readonly parent?: string | undefined;
}

export interface MessageEdit extends MessageRef {
  readonly text: string;
  /** The version that was edited. */
  readonly version: string;
}

export interface MessageDeletion extends MessageRef {
  readonly version: string;
  readonly reason: string;
}

export interface NewReaction {
  readonly message: MessageRef;
  /** The post itself, or the post that the comment is on. */
  readonly post: string;
  /** Absent takes the reader's reaction back. */
  readonly kind?: ReactionKind | undefined;
}

/** What a message is after an edit. */
export interface Edited {
  readonly text: string;
  readonly version: string;
}

const blank = { edited: false, deleted: false, reason: '' };

export function wallWriteOperations(host: Host) {
  const { store, identity, directory } = host;

  /** The context of a message that nobody has reacted to yet. */
  async function freshContext(): Promise<ViewContext> {
    const me = await identity.me();
    return { me, person: await peopleFinder(directory, [me]), counts: new Map(), mine: new Map() };
  }

  /**
   * A draft whose answer was lost may be changed before it is sent again: the message is there
   * already, and takes the words that its author sees now.
   */
  async function asSent<Message extends PostRecord | CommentRecord>(
    kind: MessageRef['kind'],
    record: Message,
    text: string,
  ): Promise<Message> {
    if (record.fields.text === text || record.fields.deleted) return record;
    return (await change(kind, record).with({ text })) as Message;
  }

  async function post({ group, text, key }: NewPost): Promise<PostView> {
    const fields = { ...blank, text: acceptText('message', text, limits.post) };
    const { record } = await store.insert(posts, groupContainer(group), key, fields);
    return postView(await asSent('post', record, fields.text), [], 0, await freshContext());
  }

  /** A reply to a reply joins the thread that the reply is in. */
  async function threadOf({ group, post: onPost, parent }: NewComment): Promise<string> {
    if (parent === undefined) return '';
    const [{ records }] = await store.read([byIds(comments, groupContainer(group), [parent])]);
    const comment = records.find((record) => isWellFormed(comments, record));
    if (comment?.fields.post !== onPost) throw new NotFound(`comment ${parent}`);
    return comment.fields.parent === '' ? parent : comment.fields.parent;
  }

  async function comment(input: NewComment): Promise<CommentView> {
    const container = groupContainer(input.group);
    const text = acceptText('comment', input.text, limits.comment);
    const [{ records }] = await store.read([byIds(posts, container, [input.post])]);
    const target = records[0];
    if (!target || target.fields.deleted) throw new NotFound(`post ${input.post}`);
    const parent = await threadOf(input);
    const fields = { ...blank, post: input.post, parent, text };
    const { record } = await store.insert(comments, container, input.key, fields);
    return commentView(await asSent('comment', record, text), await freshContext());
  }

  /** The reader's own message. @throws NotFound, Forbidden when it is another's. */
  async function own(message: MessageRef): Promise<PostRecord | CommentRecord> {
    const { kind, id } = message;
    const record = await findMessage(store, message);
    if (record.fields.deleted) throw new NotFound(`${kind} ${id}`);
    if (record.author !== (await identity.me())) throw new Forbidden(`the ${kind} of a colleague`);
    return record;
  }

  const change = (kind: MessageRef['kind'], record: PostRecord | CommentRecord) => ({
    with: (fields: { text: string; edited?: boolean; deleted?: boolean; reason?: string }) =>
      kind === 'post'
        ? store.update(posts, record, fields)
        : store.update(comments, record, fields),
  });

  async function edit({ text, version, ...message }: MessageEdit): Promise<Edited> {
    const limit = message.kind === 'post' ? limits.post : limits.comment;
    const accepted = acceptText('message', text, limit);
    const record = await own(message);
    // The same wording is what a repeat finds after a lost answer, and what an edit without change asks for.
    if (record.fields.text === accepted) return { text: accepted, version: record.version };
    if (record.version !== version) throw new Conflict(message.kind);
    const target = targetName(message);
    const revision = { target, text: record.fields.text };
    const key = revisionKey(message, version);
    await store.insert(revisions, record.container, key, revision);
    const updated = await change(message.kind, record).with({ text: accepted, edited: true });
    return { text: accepted, version: updated.version };
  }

  /** Takes the words away, earlier wordings included; colleagues' answers stay. */
  async function deleteMessage(input: MessageDeletion): Promise<void> {
    const { version, reason, ...message } = input;
    const accepted = acceptOptionalText('reason', reason, limits.deleteReason);
    const record = await own(message).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
    // Gone already: a repeat after a lost answer, or deleted in another window. Both are what was asked.
    if (record) {
      const fields = { text: '', deleted: true, reason: accepted };
      await change(message.kind, { ...record, version }).with(fields);
    }
    await deleteHistory(message);
  }

  async function deleteHistory(message: MessageRef): Promise<void> {
    const me = await identity.me();
    const query = rows(revisions, {
      container: groupContainer(message.group),
      index: 'byTarget',
      eq: targetName(message),
      order: 'ascending',
      limit: maxLimit,
    });
    // A message may have been edited more often than one page holds.
    let left: readonly RevisionRecord[];
    do {
      left = await readAdmitted(store, query, ({ author }) => author === me);
      for (const record of left) await removeIfThere(store, revisions, record);
    } while (left.length >= maxLimit);
  }

  /** Gives, changes or takes back the reader's one reaction to a message. */
  async function react({ message, post: onPost, kind }: NewReaction): Promise<void> {
    if (kind !== undefined && !isReactionKind(kind)) {
      const data = { field: 'reaction', reason: 'unknown-value', actual: String(kind) } as const;
      throw new Invalid(data, `«${String(kind)}» is no reaction. Choose one that is offered.`);
    }
    const me = await identity.me();
    const container = groupContainer(message.group);
    const target = targetName(message);
    const [{ records }] = await store.read([byKeys(reactions, container, me, [target])]);
    const before = records[0];
    if (kind === undefined) {
      if (before) await removeIfThere(store, reactions, before);
      return;
    }
    const mark = markOf(target, kind);
    const fields = { post: onPost, target, kind, mark, owner: ownerOf(onPost, me) };
    const { record } = before
      ? { record: before }
      : await store.insert(reactions, container, target, fields);
    if (record.fields.mark !== mark) await store.update(reactions, record, fields);
  }

  /** Remembers until when the reader has seen a wall; never moves back. */
  async function markRead({ group, until }: { group: string; until: Instant }): Promise<void> {
    const me = await identity.me();
    const container = personContainer(me);
    const { record } = await store.insert(readMarks, container, group, { group, until });
    const isBefore = !isWellFormed(readMarks, record) || record.fields.until < until;
    if (isBefore) await store.update(readMarks, record, { group, until });
  }

  return { post, comment, edit, deleteMessage, react, markRead };
}
