/** Reading records. */
import { assertAnswerable } from '@kantine/core';
import type { Answers, Query, Rows } from '@kantine/core';
import type { RowVersion } from '../changes/index.ts';
import { indexColumn } from '../schema/index.ts';
import { asForbidden, hold, together } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { readCounts } from './counts.ts';
import { observed } from './observed.ts';
import type { StoreParts, Where } from './parts.ts';
import type { Row } from './row.ts';
import { readRows } from './rows.ts';

export function storeReader(parts: StoreParts) {
  const { wire, identity, shortfall, journal, seen } = parts;

  async function* answer(query: Query, { place, name, path }: Where): Talk<unknown> {
    const reading: Talk<unknown> =
      query.kind === 'rows' ? readRows(query, path) : readCounts(query, path);
    try {
      return yield* observed(reading, (rows) => journal.saw(name, rows.map(versionOf)));
    } catch (error) {
      const lacking = yield* shortfall.behind(error, query.collection, place);
      const column = indexColumn(query.collection, query.index);
      if (lacking && (lacking.list || lacking.columns.has(column))) return emptyAnswer(query);
      throw asForbidden(error, query.container);
    }
  }

  return async <const Queries extends readonly Query[]>(
    queries: Queries,
  ): Promise<Answers<Queries>> => {
    for (const query of queries) assertAnswerable(query);
    if (queries.length === 0) return [] as unknown as Answers<Queries>;
    const me = await identity.me();
    const asked = queries.map(
      (query) => [query, parts.listOf(query.collection, query.container, me)] as const,
    );
    for (const [{ collection, container }, { name, place }] of asked) {
      // The date of a list in which each person has their own rows tells nobody anything.
      if (place !== 'person') {
        journal.reads({ list: name, collection: collection.name, container });
      }
    }
    const [, ...answers] = await hold(
      wire,
      together<unknown>([
        parts.demandThere(queries.map(({ container }) => container)),
        ...asked.map(([query, where]) => answer(query, where)),
      ]),
    );
    for (const [position, { kind }] of queries.entries()) {
      if (kind === 'rows') (answers[position] as Rows<unknown>).records.forEach(seen.note);
    }
    return answers as unknown as Answers<Queries>;
  };
}

const versionOf = (row: Row): RowVersion => ({
  id: String(row.Id),
  version: row['odata.etag'],
  modified: Date.parse(row.Modified),
});

const emptyAnswer = ({ kind }: Query): unknown => (kind === 'rows' ? { records: [] } : new Map());
