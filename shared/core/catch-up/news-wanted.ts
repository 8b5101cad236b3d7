/** Which of the newest rows may become lines, before the posts that they name are looked at. */
import { isShown, withoutDoubles } from '../blog/article.ts';
import type { ArticleRecord } from '../blog/collections.ts';
import { subscriptionKey } from '../blog/subscribing.ts';
import type { Subscription } from '../blog/subscribing.ts';
import { groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Instant, PersonId, StoredRecord } from '../kernel/record.ts';
import { questionTarget } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import type { FateRecord } from '../ideas/collection.ts';
import type { NewsRows } from './news-rows.ts';

/** Each group costs a host some questions: who its stewards are, its posts, what was done there. */
const mostGroups = { decided: 4, solved: 6, articles: 5 } as const;
/** Most posts of a group that are looked at. */
const mostPosts = 20;

/** Who reads, and what is news to them. */
export interface Reader {
  readonly me: PersonId;
  /** Of the host's time. */
  readonly now: Instant;
  /** What is older is no news. */
  readonly from: Instant;
  readonly groups: readonly string[];
  readonly blocked: ReadonlySet<PersonId>;
  readonly subscriptions: readonly Subscription[];
  readonly topics: readonly string[];
}

export interface Wanted {
  /** By group. */
  readonly fates: ReadonlyMap<string, readonly FateRecord[]>;
  readonly accepted: ReadonlyMap<string, readonly MarkRecord[]>;
  /** One a group: the newest. */
  readonly articles: ReadonlyMap<string, ArticleRecord>;
}

function byGroup<Row extends StoredRecord>(
  rows: readonly Row[],
  groups: ReadonlyMap<ContainerId, string>,
  most: number,
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows.toSorted((one, other) => other.created - one.created)) {
    const group = groups.get(row.container);
    if (group === undefined) continue;
    const own = found.get(group) ?? (found.size < most ? [] : undefined);
    if (!own) continue;
    found.set(group, own);
    own.push(row);
  }
  return found;
}

/** Whom the reader follows, or whose series. */
const isFollowed =
  ({ subscriptions }: Reader) =>
  ({ author, fields: { series } }: ArticleRecord): boolean => {
    const names = new Set(subscriptions.map(subscriptionKey));
    return (
      names.has(subscriptionKey({ writer: author })) ||
      (series !== '' && names.has(subscriptionKey({ writer: author, series })))
    );
  };

export function wantedIn(
  rows: NewsRows,
  reader: Reader,
  placeOf: (group: string) => ContainerId,
): Wanted {
  const { me, from, groups, blocked } = reader;
  const isNew = ({ created, author }: StoredRecord): boolean =>
    created > from && author !== me && !blocked.has(author);
  const containers = new Map(groups.map((group) => [groupContainer(group), group]));
  const places = new Map(groups.map((group) => [placeOf(group), group]));
  const decided = rows.fates.filter(isNew);
  const told = byGroup(decided, places, mostGroups.decided);
  // What was said before is part of what became of an idea.
  const all = byGroup(rows.fates, places, groups.length);
  const accepted = rows.accepted
    .filter((row) => isNew(row) && row.fields.target === questionTarget(row.fields.post))
    // What the reader answered themselves comes first, whatever else was solved.
    .toSorted((one, other) => Number(other.fields.to === me) - Number(one.fields.to === me));
  const written = withoutDoubles(rows.articles)
    .filter(isShown(reader))
    .filter((row) => row.fields.at > from && row.author !== me && isFollowed(reader)(row));
  const articles = byGroup(written, containers, mostGroups.articles);
  return {
    fates: new Map([...told.keys()].map((group) => [group, all.get(group) ?? []])),
    accepted: byGroup(accepted, containers, mostGroups.solved),
    articles: new Map(
      [...articles].flatMap(([group, [first]]) => (first ? [[group, first] as const] : [])),
    ),
  };
}

/** The posts that the rows of a group name, the newest of them. */
export function postsOf({ fates, accepted }: Wanted, group: string): readonly string[] {
  const rows = [...(fates.get(group) ?? []), ...(accepted.get(group) ?? [])];
  const newest = rows.toSorted((one, other) => other.created - one.created);
  return [...new Set(newest.map(({ fields }) => fields.post))].slice(0, mostPosts);
}
