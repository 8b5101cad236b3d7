/** What the list of articles shows, and the pure changes to it. */
import type { ArticleHead, ArticlePage, Community, GroupView, Subscription } from '@kantine/core';

/** As many groups as one question about articles names. */
const mostGroups = 30;

/** What the list of articles shows. */
export interface Loaded extends Omit<ArticlePage, 'cursor'> {
  /** Where older ones begin. */
  readonly cursor?: string | undefined;
  /** The groups that the reader is in, where no group is set. */
  readonly groups: readonly GroupView[];
  readonly subscriptions: readonly Subscription[];
}

/** @param group its id; without it the reader's own groups are asked for. */
export async function load(
  { blog, groups }: Community,
  group: string | undefined,
): Promise<Loaded> {
  const subscribed = blog.subscriptions();
  const own = group ? [] : (await groups.own()).filter(({ joined }) => joined);
  const [page, subscriptions] = await Promise.all([
    group
      ? blog.read({ group })
      : blog.newest({ groups: own.slice(0, mostGroups).map(({ id }) => id) }),
    subscribed,
  ]);
  return { ...page, groups: own, subscriptions };
}

/** A fresh first page, with what was loaded beyond it before. */
export function withOlder(fresh: Loaded, before: Loaded | undefined): Loaded {
  const last = fresh.articles.at(-1);
  if (!before || !last || fresh.cursor === undefined) return fresh;
  const known = new Set(fresh.articles.map(({ id }) => id));
  const older = before.articles.filter(({ id, at }) => at <= last.at && !known.has(id));
  if (older.length === 0) return fresh;
  const articles = [...fresh.articles, ...older];
  return { ...fresh, articles, cursor: before.cursor };
}

export const isSubscribed = ({ author, series }: ArticleHead, { subscriptions }: Loaded): boolean =>
  subscriptions.some(
    (each) => each.writer === author.id && (each.series === undefined || each.series === series),
  );

/** Whether nobody wrote anything: not where something is left out. */
export const isEmpty = ({ articles, cursor, dropped }: Loaded): boolean =>
  articles.length === 0 && cursor === undefined && dropped === 0;
