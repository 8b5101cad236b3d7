/** Writing of rows, which a page fetches when somebody writes. */
import { authorKey, Conflict, Forbidden, NotFound } from '@kantine/core';
import type {
  Collection,
  ContainerId,
  FieldsOf,
  FieldSpecs,
  Inserted,
  Store,
  StoredRecord,
} from '@kantine/core';
import { writing as openWriting } from '../changes/index.ts';
import { ownerDigest } from '../schema/index.ts';
import { answerOf, asForbidden, get, hold, isRefusal, concurrently } from '../wire/index.ts';
import type { RestRequest, Outcome, Talk } from '../wire/index.ts';
import { openAttempts } from './attempts.ts';
import { insertRow } from './insert.ts';
import { closedGuard } from './closed-guard.ts';
import { alone } from './lowest.ts';
import { askOwnKey, ownRecords } from './own-records.ts';
import type { OwnKey } from './own-records.ts';
import { believed } from './prove.ts';
import { fieldColumns } from './field-columns.ts';
import { isItemId, recordColumns } from './row.ts';
import type { Row } from './row.ts';
import type { Seen } from './seen.ts';
import type { StoreOptions } from './options.ts';
import { demandWritable, findLists } from './where.ts';
import type { Where } from '../schema/index.ts';

export type Writer = Pick<Store, 'insert' | 'update' | 'remove'>;

export function listWriter(options: StoreOptions, seen: Seen): Writer {
  const { wire, identity, shortfall, journal, changed } = options;
  const { now } = options.environment;
  const attempts = openAttempts();
  const demandClosed = closedGuard(options);

  const whereIs = async (collection: Collection, container: ContainerId): Promise<Where> =>
    (await findLists(options, [{ collection, container }]))[0] as Where;

  /**
   * Writes columns. Where the site waits for an update, those that its list lacks are left out.
   * @throws Forbidden where the whole list is lacking
   */
  async function withColumns<T>(
    collection: Collection,
    where: Where,
    body: Readonly<Record<string, string>>,
    write: (body: Readonly<Record<string, string>>) => Promise<T>,
  ): Promise<T> {
    const without = (columns: ReadonlySet<string>) =>
      Object.fromEntries(Object.entries(body).filter(([name]) => !columns.has(name)));
    try {
      return await write(without(shortfall.known(where.path)?.columns ?? new Set()));
    } catch (error) {
      const lacking = await hold(wire, shortfall.behind(error, collection, where));
      if (!lacking) throw error;
      if (!lacking.list) return write(without(lacking.columns));
      throw new Forbidden(`${collection.name} until an owner updates Kantine`, { cause: error });
    }
  }

  async function insert<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    key: string,
    fields: FieldsOf<Specs>,
    origin?: string,
  ): Promise<Inserted<FieldsOf<Specs>>> {
    const author = await identity.me();
    const where = await whereIs(collection, container);
    await Promise.all([
      hold(wire, demandWritable(options, container, where)),
      demandClosed(where, container),
    ]);
    const columns = await fieldColumns(collection, container, fields);
    const writing = openWriting(journal, where.name);
    try {
      const own = { wire, list: where.path, collection, container, author, key };
      const done = await attempts.oneByOne(nameOf(own), (isRepeat) =>
        withColumns(collection, where, columns, (body) =>
          insertRow({ ...own, body, isRepeat, now }),
        ),
      );
      const { record, inserted } = done;
      if (inserted) writing.added(record.id, record.version);
      else writing.unknown();
      seen.note(record);
      if (inserted) changed({ container, collection: collection.name, origin });
      return done as Inserted<FieldsOf<Specs>>;
    } catch (error) {
      writing.unknown();
      throw asForbidden(error, container);
    }
  }

  interface Own {
    readonly where: Where;
    /** The item's, below `_api/`. */
    readonly path: string;
    readonly own: OwnKey;
  }

  /**
   * Whether a record may be changed as far as this page can tell. One that it has read itself needs no
   * question: the server compares its version, and lets nobody change the rows of others.
   * @throws Forbidden, NotFound, Conflict
   */
  async function ownRecord(collection: Collection, record: StoredRecord): Promise<Own> {
    const { container, id, version, author, key } = record;
    const me = await identity.me();
    const where = await whereIs(collection, container);
    const path = `${where.path}/items(${isItemId(id) ? id : 0})`;
    if (author !== me) throw new Forbidden(`change ${collection.name} of others`);
    const own = { wire, list: where.path, collection, container, author, key };
    const isThere = demandWritable(options, container, where);
    if (seen.has(record)) {
      await hold(wire, isThere);
      return { where, path, own };
    }
    const outcome = (await hold(wire, concurrently<unknown>([isThere, rowAt(path)])))[1] as Outcome;
    if (!outcome.ok) throw await meaningOf(outcome.error, collection, record, where);
    const found = await believed(outcome.value as Row, own, me);
    if (!found) throw new NotFound(`${collection.name} ${id}`);
    if (found.author !== me) throw new Forbidden(`change ${collection.name} of others`);
    if (found.version !== version) throw conflict(collection, found);
    return { where, path, own };
  }

  /** What SharePoint's refusal of a change says about the record. */
  async function meaningOf(
    error: unknown,
    collection: Collection,
    { container, id }: StoredRecord,
    { path }: Where,
  ): Promise<unknown> {
    const what = `${collection.name} ${id}`;
    if (isRefusal(error, 412)) return new Conflict(what, { cause: error });
    if (!isRefusal(error, 404)) return asForbidden(error, container);
    // A list that the writer may not open any more answers as if the item were gone.
    const [list] = await wire.batch([get(`${path}?$select=Id`)]);
    return list?.ok === true ? new NotFound(what, { cause: error }) : asForbidden(error, container);
  }

  async function update<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    target: StoredRecord<FieldsOf<Specs>>,
    fields: Partial<FieldsOf<Specs>>,
    origin?: string,
  ): Promise<StoredRecord<FieldsOf<Specs>>> {
    const { container, id, version } = target;
    const { where, path, own } = await ownRecord(collection, target);
    await demandClosed(where, container);
    const owner = await ownerDigest(own, own.author, own.key);
    const columns = await fieldColumns(
      collection,
      container,
      { ...target.fields, ...fields },
      target.fields,
    );
    const writing = openWriting(journal, where.name);
    try {
      const asked = await withColumns(collection, where, columns, async (body) => {
        const changing = { method: 'MERGE', path, body, version } as const;
        const [done, reading] = await wire.write([changing, askOwnKey(own, owner)]);
        answerOf(done);
        return reading;
      });
      changed({ container, collection: collection.name, origin });
      const all = await ownRecords(own, asked?.ok === true ? asked : undefined);
      const updated = all.find((each) => each.id === id);
      if (!updated) throw new NotFound(`${collection.name} ${id}`);
      // A row that does not count may say what it likes: the reader is shown the one that does.
      if (all[0] !== updated) throw conflict(collection, all[0]);
      if (all.length === 1) alone.add(updated);
      writing.changed(id, updated.version);
      seen.note(updated);
      return updated as StoredRecord<FieldsOf<Specs>>;
    } catch (error) {
      writing.unknown();
      throw await meaningOf(error, collection, target, where);
    }
  }

  async function remove(
    collection: Collection,
    target: StoredRecord,
    origin?: string,
  ): Promise<void> {
    const { container, id } = target;
    const { where, own } = await ownRecord(collection, target);
    const writing = openWriting(journal, where.name);
    try {
      const rows = alone.has(target) ? [target] : await rowsToRemove(collection, target, own);
      const owner = await ownerDigest(own, own.author, own.key);
      const removal = [...rows.map((row) => deletion(own, row)), askOwnKey(own, owner)];
      const outcomes = await wire.write(removal);
      answerOf(outcomes[rows.indexOf(target)]);
      // A row that another window added meanwhile is removed, too.
      const more = (await ownRecords(own, outcomes.at(-1))).toReversed();
      if (more.length > 0) await wire.write(more.map((row) => deletion(own, row)));
    } catch (error) {
      writing.unknown();
      throw await meaningOf(error, collection, target, where);
    }
    attempts.forget(nameOf(own));
    writing.removed(id);
    changed({ container, collection: collection.name, origin });
  }

  /**
   * All of the author's rows under the record's key, the highest first: a removal that breaks off never
   * lets one count that did not. @throws Conflict
   */
  async function rowsToRemove(
    collection: Collection,
    target: StoredRecord,
    own: OwnKey,
  ): Promise<readonly StoredRecord[]> {
    const all = (await ownRecords(own)).toReversed();
    const current = all.find(({ id }) => id === target.id);
    // One that is gone is for the server to tell.
    if (!current) return [target];
    if (current.version !== target.version) throw conflict(collection, current);
    return all.map((each) => (each === current ? target : each));
  }

  return { insert, update, remove };
}

const deletion = ({ list }: OwnKey, { id, version }: StoredRecord): RestRequest => ({
  method: 'DELETE',
  path: `${list}/items(${id})`,
  version,
});

const nameOf = ({ collection, container, author, key }: OwnKey): string =>
  JSON.stringify([collection.name, container, authorKey(author, key)]);

const conflict = ({ name }: Collection, current: StoredRecord | undefined): Conflict =>
  new Conflict(`${name} ${current?.id ?? ''}`, {}, current);

const askRow = (path: string) => get(`${path}?$select=${recordColumns.join(',')}`);

async function* rowAt(path: string): Talk<Outcome> {
  const [outcome] = yield [askRow(path)];
  return outcome as Outcome;
}
