/**
 * Reading what was decided about some posts and their comments. Fetched by a page where somebody acted in the
 * group: a wall asks for the newest acts with its posts, and for nothing else where there are none.
 */
import { deskOf, groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
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
  const queries = [...writers].map((author) => ({ ...actsAbout(container, posts), author }));
  const answers = await store.read(queries);
  return answers.flatMap(({ records }) => records);
}

/** A post whose decisions are asked for. */
interface Post {
  readonly id: string;
  readonly author: PersonId;
}

/** @param found the answer to `newestActs`. */
export async function readDecisions(
  host: Host,
  group: string,
  posts: readonly Post[],
  found: Rows<ActRecord['fields']>,
): Promise<Decisions> {
  const { store, identity } = host;
  const container = groupContainer(group);
  const authors = new Map(posts.map(({ id, author }) => [id, author]));
  const ids = [...authors.keys()];
  const isWhole = found.cursor === undefined && !found.incomplete;
  const [stewards, [atDesk, archiving, inGroup, archivingThere], me] = await Promise.all([
    stewardsOf(host, group, isWhole ? found.records : undefined),
    store.read([
      actsAbout(deskOf(container), ids),
      archivingActs(deskOf(container)),
      ...(isWhole ? [] : [actsAbout(container, ids), archivingActs(container)]),
    ]),
    identity.me(),
  ]);
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
  });
}
