/** The Store port over lists. */
import { assertAnswerable, Conflict, Forbidden, NotFound } from '@kantine/core';
import type {
  Answers,
  Change,
  Collection,
  ContainerId,
  FieldsOf,
  FieldSpecs,
  Identity,
  Inserted,
  PersonId,
  Query,
  Store,
  StoredRecord,
} from '@kantine/core';
import { rightIn } from '../containers/permissions.ts';
import type { BasePermissions } from '../containers/permissions.ts';
import type { Registry } from '../containers/registry.ts';
import { isKeptIn, listName, listPath, placeOf } from '../schema/index.ts';
import { answerOf, asForbidden, get, isRefusal } from '../wire/index.ts';
import type { Environment, Wire } from '../wire/index.ts';
import { readCounts } from './counts.ts';
import { insertRow } from './insert.ts';
import { fieldColumns, isItemId, recordColumns, recordIn } from './row.ts';
import { prove } from './prove.ts';
import type { Kept, Row } from './row.ts';
import { readRows } from './rows.ts';
import { hold, together } from './talk.ts';
import type { Talk } from './talk.ts';

export interface StoreOptions {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly identity: Identity;
  readonly registry: Registry;
  readonly changed: (change: Change) => void;
}

export function listStore({ environment, wire, identity, registry, changed }: StoreOptions): Store {
  /** @throws Forbidden for a container that is not the reader's, or that is none. */
  function listOf(collection: Collection, container: ContainerId, me: PersonId): string {
    const place = placeOf(container, me);
    if (!place) throw new Forbidden(container);
    if (!isKeptIn(collection.name, place)) {
      throw new RangeError(`${collection.name} is not kept in ${container}.`);
    }
    return listPath(environment.webUrl, listName(collection, place));
  }

  async function* demandThere(containers: readonly ContainerId[]): Talk<void> {
    const [missing] = [...(yield* registry.missing(containers))];
    if (missing !== undefined) throw new Forbidden(missing);
  }

  async function* answer(query: Query, list: string): Talk<unknown> {
    try {
      return yield* query.kind === 'rows' ? readRows(query, list) : readCounts(query, list);
    } catch (error) {
      throw asForbidden(error, query.container);
    }
  }

  async function read<const Queries extends readonly Query[]>(
    queries: Queries,
  ): Promise<Answers<Queries>> {
    for (const query of queries) assertAnswerable(query);
    if (queries.length === 0) return [] as unknown as Answers<Queries>;
    const me = await identity.me();
    const lists = queries.map((query) => listOf(query.collection, query.container, me));
    const [, ...answers] = await hold(
      wire,
      together<unknown>([
        demandThere(queries.map(({ container }) => container)),
        ...queries.map((query, position) => answer(query, lists[position] as string)),
      ]),
    );
    return answers as unknown as Answers<Queries>;
  }

  async function insert<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    key: string,
    fields: FieldsOf<Specs>,
    origin?: string,
  ): Promise<Inserted<FieldsOf<Specs>>> {
    const author = await identity.me();
    const list = listOf(collection, container, author);
    await hold(wire, demandThere([container]));
    const body = await fieldColumns(collection, container, fields);
    try {
      const done = await insertRow({ wire, list, collection, container, author, key, body });
      if (done.inserted) changed({ container, collection: collection.name, origin });
      return done as Inserted<FieldsOf<Specs>>;
    } catch (error) {
      throw asForbidden(error, container);
    }
  }

  interface Own {
    readonly path: string;
    readonly record: StoredRecord;
  }

  const proven = async (list: string, row: Row, kept: Kept) =>
    (await hold(wire, prove(list, [row], kept)))[0];

  /** The record that a change is about, if it is the writer's own and still as they saw it. */
  async function ownRecord(
    collection: Collection,
    { container, id, version }: StoredRecord,
  ): Promise<Own> {
    const me = await identity.me();
    const list = listOf(collection, container, me);
    const path = `${list}/items(${isItemId(id) ? id : 0})`;
    const talk = together<unknown>([demandThere([container]), questionsAbout(list, path)]);
    const found = (await hold(wire, talk))[1] as Found;
    if (found.right instanceof Error) throw asForbidden(found.right, container);
    if (rightIn(found.right) !== 'write') throw new Forbidden(container);
    if (found.row instanceof Error && !isRefusal(found.row, 404)) throw found.row;
    const record =
      found.row instanceof Error
        ? undefined
        : await proven(list, found.row, { collection, container });
    const what = `${collection.name} ${id}`;
    if (!record) throw new NotFound(what);
    if (record.author !== me) throw new Forbidden(`change ${collection.name} of others`);
    if (record.version !== version) throw new Conflict(what);
    return { path, record };
  }

  /** Sends a change that names the version it saw. @throws NotFound, Conflict, Forbidden */
  async function change(
    collection: Collection,
    { container, id }: StoredRecord,
    request: Promise<unknown>,
    origin: string | undefined,
  ): Promise<void> {
    try {
      await request;
    } catch (error) {
      const what = `${collection.name} ${id}`;
      if (isRefusal(error, 412)) throw new Conflict(what, { cause: error });
      if (isRefusal(error, 404)) throw new NotFound(what, { cause: error });
      throw asForbidden(error, container);
    }
    changed({ container, collection: collection.name, origin });
  }

  async function update<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    target: StoredRecord<FieldsOf<Specs>>,
    fields: Partial<FieldsOf<Specs>>,
    origin?: string,
  ): Promise<StoredRecord<FieldsOf<Specs>>> {
    const { path, record } = await ownRecord(collection, target);
    const merged = { ...(record.fields as object), ...fields };
    const body = await fieldColumns(collection, target.container, merged);
    const { version } = target;
    await change(collection, target, wire.send({ method: 'MERGE', path, body, version }), origin);
    const row = await wire.send<Row>(get(`${path}?$select=${recordColumns.join(',')}`));
    const updated = recordIn(row, { collection, container: target.container });
    if (!updated) throw new NotFound(`${collection.name} ${target.id}`);
    return updated as StoredRecord<FieldsOf<Specs>>;
  }

  async function remove(
    collection: Collection,
    target: StoredRecord,
    origin?: string,
  ): Promise<void> {
    const { path } = await ownRecord(collection, target);
    const { version } = target;
    await change(collection, target, wire.send({ method: 'DELETE', path, version }), origin);
  }

  return { insert, update, remove, read };
}

interface Found {
  readonly right: BasePermissions | Error;
  readonly row: Row | Error;
}

async function* questionsAbout(list: string, path: string): Talk<Found> {
  const [right, row] = yield [
    get(`${list}/effectiveBasePermissions`),
    get(`${path}?$select=${recordColumns.join(',')}`),
  ];
  return {
    right: right?.ok === false ? right.error : answerOf<BasePermissions>(right),
    row: row?.ok === false ? row.error : answerOf<Row>(row),
  };
}
