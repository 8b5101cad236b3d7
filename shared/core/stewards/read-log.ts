/**
 * Reading who the stewards of an open group are. Anybody may write rows into its container: where these are
 * many, the founder's and the desk's are read, then those of whom these appoint, and nobody else's.
 */
import { deskOf, groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { isAll, maxLimit, rows } from '../kernel/query.ts';
import type { Rows, RowsQuery } from '../kernel/query.ts';
import { acts } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { mostSteps, termsOf } from './log.ts';
import type { StewardLog } from './log.ts';

/** Pages of one author's changes of stewards, oldest first; what is beyond counts for nobody. */
const mostPages = 3;
/** So many stewards, former ones included, are asked for what they changed. */
const mostAsked = 60;

/** The query for who was appointed and dismissed in a container. */
const changesIn = (container: ContainerId) =>
  rows(acts, {
    container,
    index: 'byFamily',
    in: ['appoint', 'dismiss'],
    limitOf: 'all',
    order: 'ascending',
    limit: maxLimit,
  });

/**
 * What is known of the acts of a group's container: all of them, or that so much lies there that is none that it
 * would be in vain to ask for them but by their authors; undefined for nothing.
 */
export type KnownActs = readonly ActRecord[] | 'too many' | undefined;

/** @param found the answer to `newestActs`. */
export function knownIn(found: Rows<ActRecord['fields']>): KnownActs {
  if (found.incomplete) return 'too many';
  return isAll(found) ? found.records : undefined;
}

type ActQuery = RowsQuery<typeof acts.fields>;

/** All rows of a query, up to a bound. */
async function readOn(store: Store, query: ActQuery): Promise<readonly ActRecord[]> {
  const found: ActRecord[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const [answer] = await store.read([{ ...query, ...(cursor === undefined ? {} : { cursor }) }]);
    found.push(...answer.records);
    ({ cursor } = answer);
    if (cursor === undefined) break;
  }
  return found;
}

const changesBy = (container: ContainerId, author: PersonId): ActQuery =>
  rows(acts, {
    container,
    index: 'byAppointer',
    eq: author,
    author,
    order: 'ascending',
    limit: maxLimit,
  });

/** The desk's rows, where there are more than one question tells. */
async function readDesk(store: Store, container: ContainerId): Promise<readonly ActRecord[]> {
  const families = ['appoint', 'dismiss'].map((eq) =>
    rows(acts, { container, index: 'byFamily', eq, order: 'ascending', limit: maxLimit }),
  );
  const found = await Promise.all(families.map((query) => readOn(store, query)));
  return found.flat();
}

/** What those whose word counts changed, step by step. */
async function readByAuthors(
  store: Store,
  container: ContainerId,
  { founder, rows: atDesk }: StewardLog,
  asked = new Set<PersonId>(),
): Promise<StewardLog> {
  let log: StewardLog = { founder, rows: atDesk };
  for (let step = 0; step <= mostSteps; step += 1) {
    const next = termsOf(log).ever.filter((person) => !asked.has(person));
    const authors = next.slice(0, mostAsked - asked.size);
    if (authors.length === 0) break;
    for (const author of authors) asked.add(author);
    const found = await Promise.all(
      authors.map((author) => readOn(store, changesBy(container, author))),
    );
    log = { founder, rows: [...log.rows, ...found.flat()] };
  }
  return log;
}

/** The founder's rows are asked for beside the desk's. */
async function readAmongMany(
  { store, containers }: Pick<Host, 'store' | 'containers'>,
  container: ContainerId,
): Promise<StewardLog> {
  const desk = deskOf(container);
  const founder = (await containers.founders([container])).get(container);
  const [[atDesk], own] = await Promise.all([
    store.read([changesIn(desk)]),
    founder === undefined ? [] : readOn(store, changesBy(container, founder)),
  ]);
  const decided = atDesk.incomplete ? await readDesk(store, desk) : atDesk.records;
  const log = { founder, rows: [...decided, ...own] };
  return readByAuthors(store, container, log, new Set(founder === undefined ? [] : [founder]));
}

/**
 * @param group an open one.
 * @throws Forbidden to who may not read it
 */
export async function readLog(
  host: Pick<Host, 'store' | 'containers'>,
  group: string,
  known?: KnownActs,
): Promise<StewardLog> {
  const { store, containers } = host;
  const container = groupContainer(group);
  const desk = deskOf(container);
  if (known === 'too many') return readAmongMany(host, container);
  const [founders, [atDesk, inGroup = { records: known ?? [] }]] = await Promise.all([
    containers.founders([container]),
    store.read([changesIn(desk), ...(known ? [] : [changesIn(container)])]),
  ]);
  const founder = founders.get(container);
  const decided = atDesk.incomplete ? await readDesk(store, desk) : atDesk.records;
  return inGroup.incomplete
    ? readByAuthors(store, container, { founder, rows: decided })
    : { founder, rows: [...decided, ...inGroup.records] };
}
