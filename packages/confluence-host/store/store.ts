/** The Store port over SQL. */
import { Conflict, Forbidden, kindOf, NotFound } from '@kantine/core';
import type {
  Change,
  Collection,
  ContainerId,
  ContainerKind,
  FieldsOf,
  FieldSpecs,
  Inserted,
  Query,
  Store,
  StoredRecord,
} from '@kantine/core';
import type { Gate, ContainerAccess } from '../access/index.ts';
import type { ChoiceLayouts, IdMaker } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { choiceWriter } from './choice-writer.ts';
import type { SendBranches } from './gathered.ts';
import { internContainer, internPerson } from './intern.ts';
import { readAll } from './read.ts';
import { recordWriter } from './record-writer.ts';
import type { ContainerRow } from './table-selects.ts';
import type { Writer } from './writer.ts';

export interface StoreOptions {
  readonly database: Database;
  readonly gate: Gate;
  readonly choices: ChoiceLayouts;
  readonly send: SendBranches;
  readonly ids: IdMaker;
  readonly now: () => number;
  readonly changed: (change: Change) => void;
  /** Asked before a record is added. @throws when there is no room for it */
  readonly demandRoom: () => Promise<void>;
}

/** Whether somebody makes the containers of a kind. */
const isMade = (kind: ContainerKind): boolean =>
  kind === 'community' || kind === 'group' || kind === 'closed';

export function sqlStore(options: StoreOptions): Store {
  const { database, gate, choices, send, ids, now, changed, demandRoom } = options;

  function writerOf(collection: Collection): Writer {
    const layout = choices.get(collection.name);
    return layout ? choiceWriter(database, layout, now) : recordWriter(database, ids, collection);
  }

  const authorNumber = async (): Promise<number> => (await gate.author()) ?? internAuthor();

  async function internAuthor(): Promise<number> {
    const author = await internPerson(database, gate.person);
    gate.forget();
    return author;
  }

  /** A container that nobody makes gets its number with its first record: a person's own, a desk. */
  async function containerIn(
    container: ContainerId,
    { id, space = '' }: ContainerAccess,
    author: number,
  ): Promise<ContainerRow> {
    if (id !== undefined) return { name: container, id };
    const kind = kindOf(container);
    if (kind === undefined || isMade(kind)) throw new Forbidden(container);
    const own = { name: container, access: 'open', space, maker: author, group: 0 } as const;
    const number = await internContainer(database, own);
    gate.forget();
    return { name: container, id: number };
  }

  async function insert<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    key: string,
    fields: FieldsOf<Specs>,
    origin?: string,
  ): Promise<Inserted<FieldsOf<Specs>>> {
    const access = await gate.writable(container);
    await demandRoom();
    const author = await authorNumber();
    const containerRow = await containerIn(container, access, author);
    const row = { container: containerRow, author, account: gate.person, key, fields };
    const done = await writerOf(collection).insert(row);
    if (!done) throw new Conflict(`key ${key}`);
    if (done.inserted) changed({ container, collection: collection.name, origin });
    return done as Inserted<FieldsOf<Specs>>;
  }

  interface Own {
    readonly container: ContainerRow;
    readonly author: number;
    readonly writer: Writer;
  }

  /** Where a change would happen. A container without a number holds no records. */
  async function targetOf(collection: Collection, { container, id }: StoredRecord): Promise<Own> {
    const access = await gate.writable(container);
    const author = await gate.author();
    if (access.id === undefined) throw new NotFound(`${collection.name} ${id}`);
    // A person who never wrote anything has no number and no record.
    return {
      container: { name: container, id: access.id },
      author: author ?? 0,
      writer: writerOf(collection),
    };
  }

  /** @throws NotFound, Forbidden, Conflict */
  async function demandOwn(
    collection: Collection,
    { container, writer }: Own,
    { id, version }: StoredRecord,
  ): Promise<StoredRecord> {
    const what = `${collection.name} ${id}`;
    const record = await writer.find(container, id);
    if (!record) throw new NotFound(what);
    if (record.author !== gate.person) throw new Forbidden(`change ${collection.name} of others`);
    if (record.version !== version) throw new Conflict(what);
    return record;
  }

  async function update<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    target: StoredRecord<FieldsOf<Specs>>,
    fields: Partial<FieldsOf<Specs>>,
    origin?: string,
  ): Promise<StoredRecord<FieldsOf<Specs>>> {
    const own = await targetOf(collection, target);
    const record = await demandOwn(collection, own, target);
    const age = Math.floor((now() - record.created) / 1000);
    const next = Math.max(Math.min(age, own.writer.oldest), Number(record.version) + 1);
    const updated = await own.writer.update({ ...own, record, fields, changed: next });
    if (updated === undefined) throw new Conflict(`${collection.name} ${target.id}`);
    changed({ container: target.container, collection: collection.name, origin });
    const modified = record.created + next * 1000;
    return {
      ...record,
      modified,
      version: String(next),
      fields: updated as FieldsOf<Specs>,
    };
  }

  async function remove(
    collection: Collection,
    target: StoredRecord,
    origin?: string,
  ): Promise<void> {
    const own = await targetOf(collection, target);
    const { id, version } = target;
    if (!(await own.writer.remove({ ...own, id, version }))) {
      await demandOwn(collection, own, target);
      throw new Conflict(`${collection.name} ${target.id}`);
    }
    changed({ container: target.container, collection: collection.name, origin });
  }

  return {
    insert,
    update,
    remove,
    read: <const Queries extends readonly Query[]>(queries: Queries) =>
      readAll({ database, gate, choices, send, now }, queries),
  };
}
