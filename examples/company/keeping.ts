/** What stewards keep in order at the end of the story: topics, what posts are about, and pins. */
import { MINUTE } from './calendar.ts';
import { idIn } from './deed.ts';
import type { Deed, Ids } from './deed.ts';
import type { Company, CompanyGroup, CompanyPost } from './types.ts';

function deedsOf(
  group: CompanyGroup,
  posts: readonly CompanyPost[],
  last: number,
  ids: Ids,
): Deed[] {
  const { id, createdBy: by, topics = [] } = group;
  const at = last + MINUTE / 2;
  const add = topics.map((name, nth): Deed => ({
    at,
    by,
    run: ({ wall }) => wall.addTopic({ group: idIn(ids, id), name, key: `topic-of-${id}-${nth}` }),
  }));
  const move: Deed = {
    at,
    by,
    run: async ({ wall }) => {
      const page = await wall.read({ group: idIn(ids, id) });
      for (const { id: post, topic } of posts) {
        const kept = page.topics?.find(({ name }) => name === topic);
        if (kept)
          await wall.moveToTopic({ group: page.group.id, post: idIn(ids, post), topic: kept.id });
      }
    },
  };
  const pin = posts
    .filter(({ isPinned }) => isPinned)
    .map((post): Deed => ({
      at,
      by,
      run: ({ wall }) => wall.pin({ group: idIn(ids, id), post: idIn(ids, post.id), pinned: true }),
    }));
  return [...add, ...(topics.length === 0 ? [] : [move]), ...pin];
}

export const keepingDeeds = ({ groups, posts, comments }: Company, ids: Ids): Deed[] =>
  groups.flatMap((group) => {
    const own = posts.filter(({ groupId }) => groupId === group.id);
    const said = comments.filter(({ postId }) => own.some(({ id }) => id === postId));
    const last = Math.max(...[...own, ...said].map(({ createdAt }) => createdAt));
    return deedsOf(group, own, last, ids);
  });
