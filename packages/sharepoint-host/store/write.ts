/** Writing of rows, which a page fetches when somebody writes. */
import { Conflict, Forbidden, NotFound } from '@kantine/core';
import type {
  Collection,
  ContainerId,
  FieldsOf,
  FieldSpecs,
  Inserted,
  Store,
  StoredRecord,
} from '@kantine/core';
import { answerOf, asForbidden, get, hold, isRefusal, together } from '../wire/index.ts';
import type { Outcome, Talk } from '../wire/index.ts';
import { insertRow } from './insert.ts';
import { prove } from './prove.ts';
import { fieldColumns, isItemId, recordColumns, recordIn } from './row.ts';
import type { Row } from './row.ts';
import type { Seen } from './seen.ts';
import type { StoreOptions } from './options.ts';
import { demandThere, findLists } from './where.ts';
import type { Where } from './where.ts';

export type Writer = Pick<Store, 'insert' | 'update' | 'remove'>;

export function listWriter(options: StoreOptions, seen: Seen): Writer {
  const { wire, identity, registry, shortfall, journal, changed } = options;

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
    await hold(wire, demandThere(registry, [container]));
    const columns = await fieldColumns(collection, container, fields);
    const writing = journal.writes(where.name);
    try {
      const done = await withColumns(collection, where, columns, (body) =>
        insertRow({ wire, list: where.path, collection, container, author, key, body }),
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
  }

  /**
   * Whether a record may be changed as far as this page can tell. One that it has read itself needs no
   * question: the server compares its version, and lets nobody change the rows of others.
   * @throws Forbidden, NotFound, Conflict
   */
  async function ownRecord(collection: Collection, record: StoredRecord): Promise<Own> {
    const { container, id, version, author } = record;
    const me = await identity.me();
    const where = await whereIs(collection, container);
    const path = `${where.path}/items(${isItemId(id) ? id : 0})`;
    if (author !== me) throw new Forbidden(`change ${collection.name} of others`);
    const isThere = demandThere(registry, [container]);
    if (seen.has(record)) {
      await hold(wire, isThere);
      return { where, path };
    }
    const outcome = (await hold(wire, together<unknown>([isThere, rowAt(path)])))[1] as Outcome;
    if (!outcome.ok) throw await meaningOf(outcome.error, collection, record, where);
    const proving = prove(where.path, [outcome.value as Row], { collection, container });
    const [found] = await hold(wire, proving);
    if (!found) throw new NotFound(`${collection.name} ${id}`);
    if (found.author !== me) throw new Forbidden(`change ${collection.name} of others`);
    if (found.version !== version) throw new Conflict(`${collection.name} ${id}`);
    return { where, path };
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
    const { where, path } = await ownRecord(collection, target);
    const columns = await fieldColumns(
      collection,
      container,
      { ...target.fields, ...fields },
      target.fields,
    );
    const writing = journal.writes(where.name);
    try {
      const row = await withColumns(collection, where, columns, async (body) => {
        const steps = [{ method: 'MERGE', path, body, version } as const, askRow(path)];
        const [changing, reading] = await wire.write(steps);
        answerOf(changing);
        return reading;
      });
      changed({ container, collection: collection.name, origin });
      const after = row?.ok === true ? (row.value as Row) : await wire.send<Row>(askRow(path));
      const updated = recordIn(after, { collection, container });
      if (!updated) throw new NotFound(`${collection.name} ${id}`);
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
    const { container, id, version } = target;
    const { where, path } = await ownRecord(collection, target);
    const writing = journal.writes(where.name);
    try {
      await wire.send({ method: 'DELETE', path, version });
    } catch (error) {
      writing.unknown();
      throw await meaningOf(error, collection, target, where);
    }
    writing.removed(id);
    changed({ container, collection: collection.name, origin });
  }

  return { insert, update, remove };
}

const askRow = (path: string) => get(`${path}?$select=${recordColumns.join(',')}`);

async function* rowAt(path: string): Talk<Outcome> {
  const [outcome] = yield [askRow(path)];
  return outcome as Outcome;
}
