/** The reader's own messages, and changing them. */
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { findMessage } from './find-message.ts';
import type { Mentioning } from '../mentions/keep.ts';
import { comments, posts, targetName } from './message.ts';
import type { CommentRecord, MessageRef, PostRecord } from './message.ts';

/** @throws NotFound when it was deleted, Forbidden when it is another's. */
export async function ownMessage(
  { store, identity }: Host,
  message: MessageRef,
): Promise<PostRecord | CommentRecord> {
  const { kind, id } = message;
  const record = await findMessage(store, message);
  if (record.fields.deleted) throw new NotFound(`${kind} ${id}`);
  if (record.author !== (await identity.me())) throw new Forbidden(`the ${kind} of a colleague`);
  return record;
}

/** A message of the reader's, for the rows of whom it mentions. */
export const mentioning = (
  kind: MessageRef['kind'],
  { container, id }: PostRecord | CommentRecord,
): Mentioning => ({ container, target: targetName({ kind, id }) });

type Changed = Partial<Pick<PostRecord['fields'], 'text' | 'edited' | 'deleted' | 'reason'>>;

/** Writes other fields into a message of the reader's. @throws NotFound, Conflict, Forbidden */
export const changeMessage = (
  { store }: Host,
  kind: MessageRef['kind'],
  record: PostRecord | CommentRecord,
  fields: Changed,
): Promise<PostRecord | CommentRecord> =>
  kind === 'post'
    ? store.update(posts, record as PostRecord, fields)
    : store.update(comments, record as CommentRecord, fields);
