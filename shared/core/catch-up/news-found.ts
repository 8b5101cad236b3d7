/** The posts that news is about, without those that are hidden, and who may decide in their groups. */
import { conversationKey } from '../blog/conversation.ts';
import { groupContainer } from '../kernel/container.ts';
import { inTurn } from '../kernel/in-turn.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds, byKeys } from '../kernel/query.ts';
import { newestActs } from '../stewards/acts.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { actsByGroup, unhidden } from '../stewards/unhidden.ts';
import { isPost } from '../wall/about-posts.ts';
import { posts } from '../wall/message.ts';
import type { PostRecord } from '../wall/message.ts';
import { postsOf } from './news-wanted.ts';
import type { Wanted } from './news-wanted.ts';

export interface FoundPosts {
  /** By group, then by id: what everybody in the group sees. */
  readonly posts: ReadonlyMap<string, ReadonlyMap<string, PostRecord>>;
  readonly stewards: ReadonlyMap<string, Stewards>;
  /** The groups whose article is hidden. */
  readonly hidden: ReadonlySet<string>;
}

/** One round trip for all groups, and one more where stewards acted in them. */
export async function findPosts(host: Host, wanted: Wanted): Promise<FoundPosts> {
  const groups = [
    ...new Set([...wanted.fates.keys(), ...wanted.accepted.keys(), ...wanted.articles.keys()]),
  ];
  if (groups.length === 0) return { posts: new Map(), stewards: new Map(), hidden: new Set() };
  const withPosts = groups.filter((group) => postsOf(wanted, group).length > 0);
  const onPosts = withPosts.map((group) =>
    byIds(posts, groupContainer(group), postsOf(wanted, group)),
  );
  const onTalks = [...wanted.articles].map(([group, { author, key }]) =>
    byKeys(posts, groupContainer(group), author, [conversationKey(key)]),
  );
  const onActs = groups.map((group) => newestActs(groupContainer(group)));
  const [answers, ...deciding] = await Promise.all([
    host.store.read([...onPosts, ...onTalks, ...onActs]),
    ...[...wanted.fates.keys()].map(
      async (group) => [group, await stewardsOf(host, group)] as const,
    ),
  ]);
  const next = inTurn(answers);
  const found = next(onPosts).flatMap(({ records }, turn) =>
    records
      .filter((record) => isPost(record) && !record.fields.deleted)
      .map((message) => ({ group: withPosts[turn] ?? '', kind: 'post' as const, message })),
  );
  const written = [...wanted.articles.keys()];
  const talks = next(onTalks).flatMap(({ records }, turn) =>
    records.map((message) => ({ group: written[turn] ?? '', kind: 'post' as const, message })),
  );
  const acts = actsByGroup(groups, next(onActs));
  const ofGroups = [...wanted.articles].map(
    ([group, message]) => ({ group, kind: 'article', message }) as const,
  );
  // What was decided about an article's post holds for it, and what was decided about itself, where the post is gone.
  const aboutArticles = [...talks, ...ofGroups];
  const shown = new Set<object>(await unhidden(host, [...found, ...aboutArticles], acts));
  return {
    posts: new Map(
      withPosts.map((group) => [
        group,
        new Map(
          found.flatMap((each) =>
            each.group === group && shown.has(each)
              ? [[each.message.id, each.message] as const]
              : [],
          ),
        ),
      ]),
    ),
    stewards: new Map(deciding),
    hidden: new Set(aboutArticles.filter((each) => !shown.has(each)).map(({ group }) => group)),
  };
}
