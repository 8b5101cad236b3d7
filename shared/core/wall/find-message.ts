import { NotFound } from '../kernel/errors.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import { byIds } from '../kernel/query.ts';
import { comments, posts } from './message.ts';
import type { CommentRecord, MessageRef, PostRecord } from './message.ts';

/** @throws NotFound when the message is not there; a deleted one is. */
export async function findMessage(
  store: Store,
  { group, kind, id }: MessageRef,
): Promise<PostRecord | CommentRecord> {
  const container = groupContainer(group);
  const [{ records }] =
    kind === 'post'
      ? await store.read([byIds(posts, container, [id])])
      : await store.read([byIds(comments, container, [id])]);
  const record = records[0];
  if (!record) throw new NotFound(`${kind} ${id}`);
  return record;
}

/** The post that a message is, or is on. */
export const postOf = (
  { kind, id }: Pick<MessageRef, 'kind' | 'id'>,
  { fields }: PostRecord | CommentRecord,
): string => (kind === 'comment' ? (fields as CommentRecord['fields']).post : id);
