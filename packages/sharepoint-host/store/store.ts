/** The Store port over lists. */
import { NotFound } from '@kantine/core';
import type {
  Collection,
  ContainerId,
  FieldsOf,
  FieldSpecs,
  Inserted,
  Store,
  StoredRecord,
} from '@kantine/core';
import { answerOf, asForbidden, hold } from '../wire/index.ts';
import { insertRow } from './insert.ts';
import { askRow, meaningOf, ownRecord } from './own-record.ts';
import { storeParts } from './parts.ts';
import type { StoreOptions } from './parts.ts';
import { storeReader } from './read.ts';
import { fieldColumns, recordIn } from './row.ts';
import type { Row } from './row.ts';

export function listStore(options: StoreOptions): Store {
  const parts = storeParts(options);
  const { wire, identity, journal, changed, seen } = parts;

  async function insert<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    key: string,
    fields: FieldsOf<Specs>,
    origin?: string,
  ): Promise<Inserted<FieldsOf<Specs>>> {
    const author = await identity.me();
    const where = parts.listOf(collection, container, author);
    await hold(wire, parts.demandThere([container]));
    const columns = await fieldColumns(collection, container, fields);
    const writing = journal.writes(where.name);
    try {
      const done = await parts.withColumns(collection, where, columns, (body) =>
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

  async function update<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    target: StoredRecord<FieldsOf<Specs>>,
    fields: Partial<FieldsOf<Specs>>,
    origin?: string,
  ): Promise<StoredRecord<FieldsOf<Specs>>> {
    const { container, id, version } = target;
    const { where, path } = await ownRecord(parts, collection, target);
    const merged = { ...target.fields, ...fields };
    const columns = await fieldColumns(collection, container, merged, target.fields);
    const writing = journal.writes(where.name);
    try {
      const row = await parts.withColumns(collection, where, columns, async (body) => {
        const change = { method: 'MERGE', path, body, version } as const;
        const [changing, reading] = await wire.write([change, askRow(path)]);
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
      throw await meaningOf(parts, error, collection, target, where);
    }
  }

  async function remove(
    collection: Collection,
    target: StoredRecord,
    origin?: string,
  ): Promise<void> {
    const { container, id, version } = target;
    const { where, path } = await ownRecord(parts, collection, target);
    const writing = journal.writes(where.name);
    try {
      await wire.send({ method: 'DELETE', path, version });
    } catch (error) {
      writing.unknown();
      throw await meaningOf(parts, error, collection, target, where);
    }
    writing.removed(id);
    changed({ container, collection: collection.name, origin });
  }

  return { insert, update, remove, read: storeReader(parts) };
}
