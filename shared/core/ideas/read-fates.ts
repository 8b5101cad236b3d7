/** Reading what stewards and authors wrote about ideas. */
import { groupContainer, isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { isAll, maxLimit, rows } from '../kernel/query.ts';
import { byAuthors } from '../stewards/by-authors.ts';
import { mostStewards } from '../stewards/log.ts';
import type { Stewards } from '../stewards/stewards.ts';
import { placeOfStewards } from '../wall/marks.ts';
import { fates } from './collection.ts';
import type { FateRecord } from './collection.ts';
import type { IdeaRef } from './fate.ts';

/** So many ideas one question is about: what is said about that many fits into its answer. */
const inChunksOf = 20;

export const chunks = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / inChunksOf) }, (_, at) =>
    items.slice(at * inChunksOf, (at + 1) * inChunksOf),
  );

const fatesOf = (container: ContainerId, posts: readonly string[]) =>
  rows(fates, {
    container,
    index: 'byPost',
    in: posts,
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/** Where only stewards write nobody crowds them out: each idea is asked for by itself. */
async function ofEach(
  store: Store,
  container: ContainerId,
  posts: readonly string[],
): Promise<readonly FateRecord[]> {
  const answers = await store.read(
    posts.map((eq) =>
      rows(fates, { container, index: 'byPost', eq, order: 'descending', limit: maxLimit }),
    ),
  );
  return answers.flatMap(({ records }) => records);
}

/**
 * One round trip, beside who the stewards are; another one where more was written than an answer holds: then those
 * whose word counts are asked for by name.
 */
export async function readFates(
  { store }: Host,
  group: string,
  ideas: readonly IdeaRef[],
  stewards: Promise<Stewards>,
): Promise<readonly FateRecord[]> {
  if (ideas.length === 0) return [];
  const container = groupContainer(group);
  const places = [...new Set([container, placeOfStewards(group)])];
  const queries = places.flatMap((place) =>
    chunks(ideas).map((chunk) =>
      fatesOf(
        place,
        chunk.map(({ id }) => id),
      ),
    ),
  );
  const [answers, { terms }] = await Promise.all([store.read(queries), stewards]);
  const ever: readonly PersonId[] = (terms?.ever ?? []).slice(-mostStewards);
  const found = await Promise.all(
    queries.map(async (query, at): Promise<readonly FateRecord[]> => {
      const answer = answers[at];
      const posts = query.in ?? [];
      if (!answer || isAll(answer)) return answer?.records ?? [];
      if (query.container !== container && isClosed(group))
        return ofEach(store, query.container, posts);
      const authors = ideas.flatMap(({ id, author }) => (posts.includes(id) ? [author] : []));
      return byAuthors(store, query, answer, [...ever, ...authors]);
    }),
  );
  return found.flat();
}
