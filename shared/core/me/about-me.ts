/** Rows by others that name the reader, as far as an index finds them: shown, and no one's to erase but their authors'. */
import type { Collection } from '../kernel/collection.ts';
import type { Host } from '../kernel/ports.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Newest } from '../kernel/newest-query.ts';
import { containersIn } from './place.ts';
import type { Place } from './place.ts';

/** The index of a collection by a field that names people, in the order of creation. */
const indexBy = ({ indexes }: Collection, field: string): string | undefined =>
  Object.keys(indexes).find(
    (index) => indexes[index]?.partition === field && indexes[index].order === 'created',
  );

export interface AboutMe {
  readonly collection: string;
  readonly number: number;
  readonly isMore: boolean;
}

export async function countAboutMe(
  { store, identity }: Host,
  collections: readonly Collection[],
  place: Place,
): Promise<readonly AboutMe[]> {
  const me = await identity.me();
  const asked = collections.flatMap((collection) =>
    collection.subject.flatMap((field) => {
      const index = indexBy(collection, field);
      return index === undefined || collection.choice
        ? []
        : containersIn(collection, place, me).map((containers) => ({
            collection,
            query: newest(collection, {
              containers,
              of: { index, eq: me },
              since: 0,
              limit: maxNewest,
            }),
          }));
    }),
  );
  const answers: readonly Newest<unknown>[] =
    asked.length === 0 ? [] : await store.read(asked.map(({ query }) => query));
  const found = new Map<string, { number: number; isMore: boolean }>();
  for (const [at, { collection }] of asked.entries()) {
    const { records = [], complete = true } = answers[at] ?? {};
    const number = records.filter(({ author }) => author !== me).length;
    const before = found.get(collection.name) ?? { number: 0, isMore: false };
    found.set(collection.name, {
      number: before.number + number,
      isMore: before.isMore || !complete,
    });
  }
  return [...found]
    .map(([collection, each]) => ({ collection, ...each }))
    .filter(({ number, isMore }) => number > 0 || isMore);
}
