/**
 * Reading what was decided about some posts and their comments. Fetched by a page where somebody acted in the
 * group: a wall asks for the newest acts with its posts, and for nothing else where there are none.
 */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isAll, maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { readSorting, readTopicRows } from '../topics/read-topics.ts';
import { isAboutTopics } from '../topics/topics.ts';
import { acts } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { byAuthors } from './by-authors.ts';
import { decisionsIn } from './decisions.ts';
import type { Decisions } from './decisions.ts';
import { archivingActs } from './read-archiving.ts';
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
  /** Empty where it is not known yet: whether it is hidden follows from its record. */
  readonly author: PersonId;
}

/**
 * @param found the answer to `newestActs`.
 * @param isSorted whether it is asked what the posts are about, too.
 */
export async function readDecisions(
  host: Host,
  group: string,
  posts: readonly Post[],
  found: Rows<ActRecord['fields']>,
  isSorted = false,
): Promise<Decisions> {
  const { store, identity } = host;
  const container = groupContainer(group);
  const authors = new Map(posts.map(({ id, author }) => [id, author]));
  const ids = [...authors.keys()];
  const isWhole = isAll(found);
  const mayBeSorted =
    isSorted && (!isWhole || isClosed(group) || found.records.some(isAboutTopics));
  const [stewards, [atDesk, archiving, inGroup, archivingThere], me, topicRows] = await Promise.all(
    [
      stewardsOf(host, group, isWhole ? found.records : undefined),
      store.read([
        actsAbout(deskOf(container), ids),
        archivingActs(deskOf(container)),
        ...(isWhole ? [] : [actsAbout(container, ids), archivingActs(container)]),
      ]),
      identity.me(),
      mayBeSorted
        ? readTopicRows(store, group, ids, isWhole ? found.records : undefined)
        : undefined,
    ],
  );
  const sorting =
    topicRows && (await readSorting(store, group, stewards, topicRows, [...authors.values()]));
  const { terms, people } = stewards;
  const ever = terms?.ever ?? [];
  // The stewards, the former ones included, and the posts' authors.
  const writers = [...ever, ...authors.values()];
  const byOthers = inGroup
    ? await byAuthors(store, actsAbout(container, ids), inGroup, writers)
    : found.records;
  const archived = archivingThere
    ? await byAuthors(store, archivingActs(container), archivingThere, ever)
    : [];
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
