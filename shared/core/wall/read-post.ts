/** Reading one post with its conversation, for who follows a link to it. */
import { isKantineError, NotFound } from '../kernel/errors.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds } from '../kernel/query.ts';
import { posts } from './message.ts';
import { readPageOf } from './read-page.ts';
import type { WallPage } from './view.ts';

/**
 * The wall with this post alone.
 * @throws NotFound in the same words whether there is no such post, or the reader may not know of it.
 */
export async function readPost(
  host: Host,
  { group, post }: { readonly group: string; readonly post: string },
): Promise<WallPage> {
  const gone = new NotFound('message');
  try {
    const page = await readPageOf(host, group, byIds(posts, groupContainer(group), [post]));
    if (page.posts.length === 0) throw gone;
    return page;
  } catch (error) {
    const isHidden = isKantineError(error, 'NotFound') || isKantineError(error, 'Forbidden');
    throw isHidden ? gone : error;
  }
}
