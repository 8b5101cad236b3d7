/** Reading the topics of a group, and what the posts of a page are about. */
import type { FieldSpecs, FieldsOf } from '../kernel/collection.ts';
import { groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Rows, RowsQuery } from '../kernel/query.ts';
import { acts } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { byAuthors } from '../stewards/by-authors.ts';
import { mostStewards } from '../stewards/log.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { marks, placeOfStewards } from '../wall/marks.ts';
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
export const placesOf = (group: string): readonly ContainerId[] => [
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
interface Asked<Specs extends FieldSpecs> {
  readonly query: RowsQuery<Specs>;
  readonly answer: Rows<FieldsOf<Specs>>;
}

export interface TopicRows {
  readonly kept: Asked<typeof acts.fields>;
  readonly moves: readonly Asked<typeof marks.fields>[];
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
  const [answer, moves] = await Promise.all([
    isKnown ? { records: known } : store.read([query]).then(([found]) => found),
    posts.length === 0 ? [] : store.read(queries),
  ]);
  return {
    kept: { query, answer },
    moves: queries.flatMap((each, at) => {
      const found = moves[at];
      return found ? [{ query: each, answer: found }] : [];
    }),
  };
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
  const found = await byAuthors(store, kept.query, kept.answer, ever);
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
  const writers = [...ever, ...authors];
  const moves = await Promise.all(
    rowsOfTopics.moves.map(({ query, answer }) => byAuthors(store, query, answer, writers)),
  );
  return sortingOf(topics, moves.flat(), stewards.isStewardAct);
}
