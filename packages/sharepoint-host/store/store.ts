/** The Store port over lists. */
import { assertAnswerable, containersOf } from '@kantine/core';
import type { Answers, Query, Rows, Store } from '@kantine/core';
import type { RowVersion } from '../changes/index.ts';
import { indexColumn, isProof, isWatched } from '../schema/index.ts';
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
import type { AskList, Asked } from './list-reading.ts';
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

  /** @param since when the page began to ask, by its clock. */
  async function* ask(asked: Asked, since: number): Talk<object> {
    const { collection, container, where, read, none } = asked;
    const { name, path } = where;
    const reading = openReading(path, await identity.me());
    const fresh = read(reading);
    const talk = recall ? recall.remembering(name, fresh) : fresh;
    try {
      const found = yield* observed(nameless ? nameless(talk) : talk, (value, question) => {
        const rows = rowsOf(value);
        const moment = atServer(since);
        journal.saw(name, rows.filter(({ Modified }) => Modified).map(versionOf), moment);
        people.named(rows);
        keep({ list: name, question, value, asked: moment });
      });
      return Object.assign(found, reading.missing);
    } catch (error) {
      const lacking = yield* shortfall.behind(error, collection, where);
      const isLacking = (index: string): boolean | undefined =>
        lacking?.columns.has(indexColumn(collection, index));
      if (lacking && (lacking.list || asked.indexes.some(isLacking))) return none();
      if (!nameless && isRefusal(error, 400)) {
        ({ nameless } = await import(/* webpackChunkName: 'crowded' */ './nameless.ts'));
        return yield* ask(asked, since);
      }
      throw asForbidden(error, container);
    }
  }

  const askingSince = (since: number): AskList =>
    async function* askList(asked) {
      const { container, where, none } = asked;
      if (!isProof(where.listSet)) return yield* ask(asked, since);
      const part = import(/* webpackChunkName: 'proof' */ './proof.ts');
      const { proven } = await wire.fetching(part);
      const unproven = (): object => Object.assign(none(), { incomplete: true });
      return yield* proven(wire, container, where, { talk: ask(asked, since), none: unproven });
    };

  async function* answer(
    query: Query,
    wheres: readonly Where[],
    queries: readonly Query[],
    askList: AskList,
  ): Talk<unknown> {
    if (query.kind === 'newest') {
      const { readNewest } = await import(/* webpackChunkName: 'together' */ './newest.ts');
      return yield* readNewest(query, wheres, askList);
    }
    const { collection, container, index } = query;
    const where = wheres[0] as Where;
    return yield* askList({
      collection,
      container,
      where,
      indexes: [index],
      read: (reading) => {
        reading.shared = sharedOrder(query, queries);
        reading.mine = recall?.mineOf(where.name, query, queries)?.(reading);
        return query.kind === 'rows' ? readRows(query, reading) : readCounts(query, reading);
      },
      none: () => (query.kind === 'rows' ? { records: [] } : new Map()),
    });
  }

  async function read<const Queries extends readonly Query[]>(
    queries: Queries,
  ): Promise<Answers<Queries>> {
    for (const query of queries) assertAnswerable(query);
    if (queries.length === 0) return [] as unknown as Answers<Queries>;
    people.expect();
    const askList = askingSince(now());
    await openRecallIfWatched();
    const kept = queries.flatMap((query, at) =>
      containersOf(query).map((container) => ({ at, collection: query.collection, container })),
    );
    const lists = await findLists(options, kept);
    for (const [position, { collection, container }] of kept.entries()) {
      const { name, listSet } = lists[position] as Where;
      // The date of a list of which each sees their own rows alone tells nobody of news.
      const isPersonal = !isWatched(listSet);
      journal.reads({ list: name, collection, container, isPersonal });
    }
    const listsOf = (at: number): Where[] =>
      lists.filter((_, position) => kept[position]?.at === at);
    const [, ...answers] = await hold(
      wire,
      concurrently<unknown>([
        demandThere(
          registry,
          kept.map(({ container }) => container),
        ),
        ...queries.map((query, at) => answer(query, listsOf(at), queries, askList)),
      ]),
    );
    for (const [position, query] of queries.entries()) {
      if (query.kind === 'rows') (answers[position] as Rows<unknown>).records.forEach(seen.note);
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
