/** Reading the topics of a group, and what the posts of a page are about. */
import { groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Rows, RowsQuery } from '../kernel/query.ts';
import { acts } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { mostStewards } from '../stewards/log.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { marks, placeOfStewards } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { targetName } from '../wall/message.ts';
import { isAboutTopics, sortingOf, topicFamilies, topicsIn } from './topics.ts';
import type { Sorting, TopicView } from './topics.ts';

const actsOfTopics = (container: ContainerId) =>
  rows(acts, {
    container,
    index: 'byFamily',
    in: topicFamilies,
    limitOf: 'all',
    order: 'ascending',
    limit: maxLimit,
  });

/** Where posts are moved: a closed group's stewards do it at the desk, and authors in the group. */
const placesOf = (group: string): readonly ContainerId[] => [
  ...new Set([groupContainer(group), placeOfStewards(group)]),
];

const movesOf = (container: ContainerId, posts: readonly string[]) =>
  rows(marks, {
    container,
    index: 'byTarget',
    in: posts.map((id) => targetName({ kind: 'post', id })),
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/** Rows of which those of a few people count. */
interface Asked<Fields> {
  readonly query: RowsQuery;
  readonly answer: Rows<Fields>;
}

export interface TopicRows {
  readonly kept: Asked<ActRecord['fields']>;
  readonly moves: readonly Asked<MarkRecord['fields']>[];
}

/**
 * Asks for everything at once, before it is known whose word counts.
 * @param known all acts of the group's container, where these are known.
 */
export async function readTopicRows(
  store: Store,
  group: string,
  posts: readonly string[],
  known?: readonly ActRecord[],
): Promise<TopicRows> {
  const query = actsOfTopics(placeOfStewards(group));
  const queries = placesOf(group).map((place) => movesOf(place, posts));
  const isKnown = known !== undefined && !isClosed(group);
  const [found, ...moves] = await Promise.all([
    isKnown ? { records: known } : store.read([query]).then(([answer]) => answer),
    ...(posts.length === 0 ? [] : [store.read(queries)]),
  ]);
  return {
    kept: { query, answer: found },
    moves: (moves[0] ?? []).map((answer, at) => ({ query: queries[at] ?? query, answer })),
  } as TopicRows;
}

/** Where others wrote so much that one answer did not hold it, those whose word counts are asked for by name. */
async function byAuthors<Fields>(
  store: Store,
  { query, answer }: Asked<Fields>,
  authors: readonly PersonId[],
): Promise<Rows<Fields>['records']> {
  if (!answer.incomplete || authors.length === 0) return answer.records;
  const answers = (await store.read(
    authors.map((author) => ({ ...query, author })),
  )) as readonly Rows<Fields>[];
  return answers.flatMap(({ records }) => records);
}

/** The topics of a group. */
export async function topicsOf(
  store: Store,
  group: string,
  { terms, isStewardAct }: Stewards,
  { kept }: TopicRows,
): Promise<readonly TopicView[]> {
  const place = placeOfStewards(group);
  const ever = (terms?.ever ?? []).slice(-mostStewards);
  const found = await byAuthors(store, kept, ever);
  return topicsIn(
    found.filter((act) => act.container === place && isAboutTopics(act) && isStewardAct(act)),
  );
}

/** @param authors of the posts. */
export async function readSorting(
  store: Store,
  group: string,
  stewards: Stewards,
  rowsOfTopics: TopicRows,
  authors: readonly PersonId[],
): Promise<Sorting> {
  const topics = await topicsOf(store, group, stewards, rowsOfTopics);
  if (topics.length === 0) return sortingOf([], [], stewards.isStewardAct);
  const ever = (stewards.terms?.ever ?? []).slice(-mostStewards);
  const writers = [...new Set([...ever, ...authors])].filter((person) => person !== '');
  const moves = await Promise.all(
    rowsOfTopics.moves.map((asked) => byAuthors(store, asked, writers)),
  );
  return sortingOf(topics, moves.flat(), stewards.isStewardAct);
}
