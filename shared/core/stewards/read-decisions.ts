/**
 * Reading what was decided about some posts and their comments. Fetched by a page where somebody acted in the
 * group: a wall asks for the newest acts with its posts, and for nothing else where there are none.
 */
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { readSorting, readTopicRows } from '../topics/read-topics.ts';
import { isAboutTopics } from '../topics/topics.ts';
import { acts } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { decisionsIn } from './decisions.ts';
import type { Decisions } from './decisions.ts';
import { archivingActs, archivingByStewards } from './read-archiving.ts';
import { stewardsOf } from './stewards.ts';
import type { Stewards } from './stewards.ts';

const actsAbout = (container: ContainerId, posts: readonly string[]) =>
  rows(acts, {
    container,
    index: 'byPost',
    in: posts,
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/**
 * What those wrote whose word counts, where others wrote so much about the same posts that one answer did not
 * hold it: the stewards, the former ones included, and the posts' authors.
 */
async function readByAuthors(
  store: Store,
  container: ContainerId,
  authors: ReadonlyMap<string, PersonId>,
  { terms }: Stewards,
): Promise<readonly ActRecord[]> {
  const posts = [...authors.keys()];
  const writers = new Set([...(terms?.ever ?? []), ...authors.values()]);
  writers.delete('');
  const queries = [...writers].map((author) => ({ ...actsAbout(container, posts), author }));
  const answers = await store.read(queries);
  return answers.flatMap(({ records }) => records);
}

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
  const isWhole = found.cursor === undefined && !found.incomplete;
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
  const byOthers = inGroup?.incomplete
    ? await readByAuthors(store, container, authors, stewards)
    : (inGroup ?? found).records;
  const { terms, people } = stewards;
  const archived = archivingThere
    ? await archivingByStewards(store, container, archivingThere, stewards)
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
