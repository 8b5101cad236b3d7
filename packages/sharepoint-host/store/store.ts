/** The Store port over lists. */
import { assertAnswerable } from '@kantine/core';
import type { Answers, Query, Rows, Store } from '@kantine/core';
import type { RowVersion } from '../changes/index.ts';
import { indexColumn } from '../schema/index.ts';
import { asForbidden, isRefusal, hold, concurrently } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { readCounts } from './counts.ts';
import { observed, rowsOf } from './observed.ts';
import type { StoreOptions } from './options.ts';
import type { Row } from './row.ts';
import type { Recall, Told } from './recall.ts';
import { readRows } from './rows.ts';
import { openSeen } from './seen.ts';
import { sharedOrder } from './sharing.ts';
import { openReading } from './list-reading.ts';
import { demandThere, findLists } from './where.ts';
import type { Where } from '../schema/index.ts';
import type { Writer } from './write.ts';

export function listStore(options: StoreOptions): Store {
  const { wire, identity, registry, shortfall, journal, people } = options;
  const seen = openSeen();
  const { now } = options.environment;
  /** What was answered before the first look, with which the code comes that remembers. */
  const early: Told[] = [];
  let recall: Recall | undefined;
  let nameless: (<T>(talk: Talk<T>) => Talk<T>) | undefined;

  /** The answer has just told the time of the server; a page's clock may be set at any moment. */
  const atServer = (asked: number): number => wire.serverNow() - Math.max(now() - asked, 0);

  const keep = (told: Told): void => {
    if (recall) recall.note(told);
    else if (early.length < mostEarly) early.push(told);
  };

  async function openRecallIfWatched(): Promise<void> {
    if (recall || !journal.lists().some(({ told }) => told)) return;
    try {
      const { openRecall } = await import(/* webpackChunkName: 'watch' */ './recall.ts');
      recall ??= openRecall(journal);
      for (const told of early.splice(0)) recall.note(told);
    } catch {
      // As after an upgrade: then everything is asked again.
    }
  }

  async function* answer(
    query: Query,
    where: Where,
    queries: readonly Query[],
    asked: number,
  ): Talk<unknown> {
    const { name, path } = where;
    const reading = openReading(path, await identity.me(), sharedOrder(query, queries));
    reading.mine = recall?.mineOf(name, query, queries)?.(reading);
    const fresh: Talk<object> =
      query.kind === 'rows' ? readRows(query, reading) : readCounts(query, reading);
    const talk = recall ? recall.remembering(name, fresh) : fresh;
    try {
      const found = yield* observed(nameless ? nameless(talk) : talk, (value, question) => {
        const rows = rowsOf(value);
        const since = atServer(asked);
        journal.saw(name, rows.filter(({ Modified }) => Modified).map(versionOf), since);
        people.named(rows);
        keep({ list: name, question, value, asked: since });
      });
      return Object.assign(found, reading.missing);
    } catch (error) {
      const lacking = yield* shortfall.behind(error, query.collection, where);
      const column = indexColumn(query.collection, query.index);
      if (lacking && (lacking.list || lacking.columns.has(column))) return emptyAnswer(query);
      if (!nameless && isRefusal(error, 400)) {
        ({ nameless } = await import(/* webpackChunkName: 'crowded' */ './nameless.ts'));
        return yield* answer(query, where, queries, asked);
      }
      throw asForbidden(error, query.container);
    }
  }

  async function read<const Queries extends readonly Query[]>(
    queries: Queries,
  ): Promise<Answers<Queries>> {
    for (const query of queries) assertAnswerable(query);
    if (queries.length === 0) return [] as unknown as Answers<Queries>;
    people.expect();
    const asked = now();
    await openRecallIfWatched();
    const lists = await findLists(options, queries);
    for (const [position, { collection, container }] of queries.entries()) {
      const { name, listSet } = lists[position] as Where;
      // The date of a list that people share and keep to themselves tells nobody of news.
      const isPersonal = listSet === 'person';
      journal.reads({ list: name, collection: collection.name, container, isPersonal });
    }
    const [, ...answers] = await hold(
      wire,
      concurrently<unknown>([
        demandThere(
          registry,
          queries.map(({ container }) => container),
        ),
        ...queries.map((query, position) =>
          answer(query, lists[position] as Where, queries, asked),
        ),
      ]),
    );
    for (const [position, { kind }] of queries.entries()) {
      if (kind === 'rows') (answers[position] as Rows<unknown>).records.forEach(seen.note);
    }
    return answers as unknown as Answers<Queries>;
  }

  let writing: Promise<Writer> | undefined;

  /** The code for writing is fetched once; after a failure it is fetched again with the next write. */
  const writer = (): Promise<Writer> => {
    writing ??= import(/* webpackChunkName: 'write' */ './write.ts').then(
      ({ listWriter }) => listWriter(options, seen),
      (error: unknown) => {
        writing = undefined;
        throw error;
      },
    );
    return writing;
  };

  return {
    read,
    async insert(...written) {
      const { insert } = await writer();
      return insert(...written);
    },
    async update(...written) {
      const { update } = await writer();
      return update(...written);
    },
    async remove(...written) {
      const { remove } = await writer();
      return remove(...written);
    },
  };
}

/** A page is watched a few seconds after it was opened. */
const mostEarly = 100;

const versionOf = (row: Row): RowVersion => ({
  id: String(row.Id),
  version: row['odata.etag'],
  created: row.Created ? Date.parse(row.Created) : undefined,
  modified: Date.parse(row.Modified),
});

const emptyAnswer = ({ kind }: Query): unknown => (kind === 'rows' ? { records: [] } : new Map());
