/** What is new in several containers: one question a list, whatever the number of containers. */
import type { ContainerId, NewestQuery, StoredRecord } from '@kantine/core';
import type { Where } from '../schema/index.ts';
import { concurrently } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import type { AskList, ListReading } from './list-reading.ts';
import { newestOfAll } from './newest-of-all.ts';
import { newestOfValue } from './newest-of-value.ts';
import type { FoundNewest } from './newest-rows.ts';

interface Told extends FoundNewest, Pick<ListReading['missing'], 'incomplete' | 'leftOut'> {}

/** @param wheres by the positions of the containers. */
export async function* readNewest(
  query: NewestQuery,
  wheres: readonly Where[],
  ask: AskList,
): Talk<FoundNewest> {
  const lists = new Map<string, { readonly where: Where; readonly containers: Set<ContainerId> }>();
  for (const [at, where] of wheres.entries()) {
    const list = lists.get(where.path) ?? { where, containers: new Set() };
    lists.set(where.path, list);
    list.containers.add(query.containers[at] as ContainerId);
  }
  const told = (yield* concurrently(
    [...lists.values()].map(({ where, containers }) => {
      const part = { ...query, containers: [...containers] };
      const { of } = query;
      return ask({
        collection: query.collection,
        container: part.containers[0] as ContainerId,
        where,
        indexes: of ? [of.index] : [],
        read: (reading) => readPart(part, reading),
        none: () => ({ records: [], complete: true }),
      });
    }),
  )) as Told[];
  const all = told.flatMap(({ records }) => records).sort(newestFirst);
  const records = all.slice(0, query.limit);
  return {
    records: query.stamps ? records.map(withoutFields) : records,
    complete: records.length === all.length && told.every(isWhole),
  };
}

async function* readPart(query: NewestQuery, reading: ListReading): Talk<FoundNewest> {
  const { of, author } = query;
  if (of) return yield* newestOfValue(query, of, reading);
  if (author === undefined) return yield* newestOfAll(query, reading);
  const { newestOfAuthor } = await import(
    /* webpackChunkName: 'own-rows' */ './newest-of-author.ts'
  );
  return yield* newestOfAuthor(query, author, reading);
}

const isWhole = ({ complete, incomplete, leftOut }: Told): boolean =>
  complete && incomplete === undefined && leftOut === undefined;

const withoutFields = (record: StoredRecord): StoredRecord => ({ ...record, fields: undefined });

const newestFirst = (one: StoredRecord, other: StoredRecord): number =>
  other.created - one.created || Number(other.id) - Number(one.id);
