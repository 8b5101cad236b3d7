/** The posts under which something is typed and not sent: they stay where they are, also when their author deletes them. */
import type { PostView } from '@kantine/core';

const held = new Set<string>();

export const hold = (post: string): void => void held.add(post);

export const letGo = (post: string): void => void held.delete(post);

export const isHeld = (post: string): boolean => held.has(post);

/** What is left of a post that is gone. */
export const remainsOf = (post: PostView): PostView | undefined =>
  isHeld(post.id) ? { ...post, text: '', deleted: true, reason: '' } : undefined;
