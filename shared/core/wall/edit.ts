/** Editing and deleting one's own messages. Every command is safe to repeat after an answer was lost. */
import { removeIfThere } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import { acceptOptionalText, acceptText } from '../kernel/accept-text.ts';
import { limits } from '../settings/settings.ts';
import { acceptMentions, removeMentions, writeMentions } from '../mentions/keep.ts';
import { mentionedIn } from '../mentions/token.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import type { MessageDeletion, MessageEdit } from './commands.ts';
import { targetName } from './message.ts';
import type { CommentRecord, MessageRef, PostRecord } from './message.ts';
import { revisionKey, revisions } from './revisions.ts';
import type { RevisionRecord } from './revisions.ts';
import { changeMessage, mentioning, ownMessage } from './own-message.ts';
import { mentionsIn } from './view.ts';

/** What a message is after an edit. */
export interface Edited {
  readonly text: string;
  /** Whom it mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
  readonly version: string;
}

/** Replaces the words of a message, and keeps the words before. @throws Conflict, Forbidden */
export async function replaceWords(
  host: Host,
  kind: MessageRef['kind'],
  record: PostRecord | CommentRecord,
  words: string,
): Promise<PostRecord | CommentRecord> {
  const message = { kind, id: record.id };
  const revision = { target: targetName(message), text: record.fields.text };
  const named = revisionKey(message, record.version);
  await host.store.insert(revisions, record.container, named, revision);
  return changeMessage(host, kind, record, { text: words, edited: true });
}

export async function editMessage(
  host: Host,
  { text: typed, version, ...message }: MessageEdit,
): Promise<Edited> {
  const limit = message.kind === 'post' ? limits.post : limits.comment;
  const words = acceptText('message', typed, limit);
  acceptMentions(words);
  const record = await ownMessage(host, message);
  // The same wording is what a repeat finds after a lost answer, and what an edit without change asks for.
  const isSaid = record.fields.text === words;
  if (!isSaid && record.version !== version) throw new Conflict(message.kind);
  const updated = isSaid ? record : await replaceWords(host, message.kind, record, words);
  await writeMentions(host, mentioning(message.kind, record), words);
  const person = await peopleFinder(host.directory, mentionedIn(words));
  return { text: words, ...mentionsIn(words, person), version: updated.version };
}

export async function removeMessage(
  host: Host,
  { version, reason: typed, ...message }: MessageDeletion,
): Promise<void> {
  const reason = acceptOptionalText('reason', typed, limits.deleteReason);
  const record = await ownMessage(host, message).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  // Gone already: a repeat after a lost answer, or deleted in another window. Both are what was asked.
  if (record) {
    const fields = { text: '', deleted: true, reason };
    await changeMessage(host, message.kind, { ...record, version }, fields);
  }
  await removeHistory(host, message);
  const container = groupContainer(message.group);
  await removeMentions(host, { container, target: targetName(message) });
}

async function removeHistory({ store, identity }: Host, message: MessageRef): Promise<void> {
  const me = await identity.me();
  const ofMessage = rows(revisions, {
    container: groupContainer(message.group),
    index: 'byTarget',
    eq: targetName(message),
    author: me,
    order: 'ascending',
    limit: maxLimit,
  });
  // A message may have been edited more often than one page holds.
  let left: readonly RevisionRecord[];
  do {
    [{ records: left }] = await store.read([ofMessage]);
    for (const record of left) await removeIfThere(store, revisions, record);
  } while (left.length >= maxLimit);
}
