/** What became of posts: questions that were solved, conversations that were closed, a post that was hidden. */
import type { Community } from '@kantine/core';
import { MINUTE } from './calendar.ts';
import { idIn } from './deed.ts';
import type { Deed, Ids } from './deed.ts';
import type { Company, CompanyPost } from './types.ts';

function solvedDeeds({ id, groupId, authorId, solved }: CompanyPost, ids: Ids): Deed[] {
  if (!solved) return [];
  const { at, commentId, helped } = solved;
  const answer = () => ({
    group: idIn(ids, groupId),
    post: idIn(ids, id),
    comment: idIn(ids, commentId),
  });
  return [
    { at, by: authorId, run: (community) => community.wall.accept(answer()) },
    ...helped.map((by, nth) => ({
      at: at + (nth + 1) * MINUTE,
      by,
      run: (community: Community) => community.wall.helped({ ...answer(), helped: true }),
    })),
  ];
}

function ruledDeeds({ id, groupId, authorId, ruling }: CompanyPost, ids: Ids): Deed[] {
  if (!ruling) return [];
  const { kind, by, at, reason, appeal } = ruling;
  const post = () => ({ group: idIn(ids, groupId), post: idIn(ids, id) });
  const message = () => ({ group: idIn(ids, groupId), kind: 'post', id: idIn(ids, id) }) as const;
  const decide: Deed = {
    at,
    by,
    run: (community) => {
      const key = `ruling-${id}`;
      return kind === 'close'
        ? community.stewards.close({ ...post(), reason, key })
        : community.stewards.hide({ ...message(), reason, key });
    },
  };
  if (appeal === undefined) return [decide];
  const ask: Deed = {
    at: at + MINUTE,
    by: authorId,
    run: (community) => community.stewards.appeal({ ...message(), note: appeal }),
  };
  return [decide, ask];
}

export const outcomeDeeds = ({ posts }: Company, ids: Ids): Deed[] =>
  posts.flatMap((post) => [...solvedDeeds(post, ids), ...ruledDeeds(post, ids)]);
