/**
 * Reading what was decided about some posts and their comments. Fetched by a page where somebody acted in the
 * group: a wall asks for the newest acts with its posts, and for nothing else where there are none.
 */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { byIds, isAll, maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { readSorting, readTopicRows } from '../topics/read-topics.ts';
import { isAboutTopics } from '../topics/topics.ts';
import { posts } from '../wall/message.ts';
import { acts } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { byAuthors } from './by-authors.ts';
import { decisionsIn } from './decisions.ts';
import type { Decisions } from './decisions.ts';
import { archivingActs } from './read-archiving.ts';
import { knownIn } from './read-log.ts';
import { stewardsOf } from './stewards.ts';

const actsAbout = (container: ContainerId, posts: readonly string[]) =>
  rows(acts, {
    container,
    index: 'byPost',
    in: posts,
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/** A post whose decisions are asked for. */
interface Post {
  readonly id: string;
  /** Empty where it is not known yet: whether it is hidden follows from its record. Undefined where it is to be asked. */
  readonly author: PersonId | undefined;
}

/** Whose some posts are, and of which that is to be asked. */
function authorsOf(some: readonly Post[]) {
  const authors = new Map<string, PersonId>();
  for (const { id, author } of some) if (author !== undefined) authors.set(id, author);
  const ids = [...new Set(some.map(({ id }) => id))];
  return { ids, authors, strange: ids.filter((id) => !authors.has(id)) };
}

/**
 * @param found the answer to `newestActs`.
 * @param isSorted whether it is asked what the posts are about, too.
 */
export async function readDecisions(
  host: Host,
  group: string,
  about: readonly Post[],
  found: Rows<ActRecord['fields']>,
  isSorted = false,
): Promise<Decisions> {
  const { store, identity } = host;
  const container = groupContainer(group);
  const { ids, authors, strange } = authorsOf(about);
  const isWhole = isAll(found);
  const mayBeSorted =
    isSorted && (!isWhole || isClosed(group) || found.records.some(isAboutTopics));
  const [stewards, [atDesk, archiving, inGroup, archivingThere], me, topicRows, asked] =
    await Promise.all([
      stewardsOf(host, group, knownIn(found)),
      store.read([
        actsAbout(deskOf(container), ids),
        archivingActs(deskOf(container)),
        ...(isWhole || found.incomplete
          ? []
          : [actsAbout(container, ids), archivingActs(container)]),
      ]),
      identity.me(),
      mayBeSorted
        ? readTopicRows(store, group, ids, isWhole ? found.records : undefined)
        : undefined,
      strange.length === 0 ? undefined : store.read([byIds(posts, container, strange)]),
    ]);
  for (const { id, author } of asked?.[0].records ?? []) authors.set(id, author);
  const { terms, people } = stewards;
  const ever = terms?.ever ?? [];
  // The stewards, the former ones included, and the posts' authors.
  const writers = [...ever, ...authors.values()];
  // Where so much lies there that is no act, nothing was asked for but by authors.
  const none = { records: [], incomplete: true } as const;
  const [sorting, byOthers, archived] = await Promise.all([
    topicRows && readSorting(store, group, stewards, topicRows, [...authors.values()]),
    isWhole ? found.records : byAuthors(store, actsAbout(container, ids), inGroup ?? none, writers),
    isWhole ? [] : byAuthors(store, archivingActs(container), archivingThere ?? none, ever),
  ]);
  const hadOther = (person: PersonId, at: Instant): boolean =>
    terms
      ? terms.ever.some((other) => other !== person && terms.includes(other, at))
      : people.some((other) => other !== person);
  return decisionsIn({
    records: [...atDesk.records, ...archiving.records, ...byOthers, ...archived],
    isStewardAct: stewards.isStewardAct,
    me,
    mayAct: stewards.areMe || stewards.mayWriteDesk,
    authors,
    hadOther,
    sorting,
  });
}
