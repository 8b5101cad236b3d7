/** Writes to a collection's own table. Each is one statement that happens as a whole or not at all. */
import { withDefaults } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { sql } from 'kysely';
import { idNumber, layoutOf, stamp } from '../schema/index.ts';
import type { IdMaker, Value } from '../schema/index.ts';
import { Duplicate } from '../sql/index.ts';
import type { Database } from '../sql/index.ts';
import { column, list, readOne } from './branch.ts';
import { from, inContainer, recordBranch, recordIn } from './record-rows.ts';
import type { ContainerRow } from './table-selects.ts';
import type { NewRow, Writer } from './writer.ts';

/** How often an insert tries another number where two functions chose the same one. */
const attempts = 5;

export function recordWriter(database: Database, ids: IdMaker, collection: Collection): Writer {
  const { table, columns } = layoutOf(collection);

  const encoded = (fields: unknown): Record<string, Value> => {
    const given = fields as Readonly<Record<string, unknown>>;
    const known = columns.filter(({ name }) => given[name] !== undefined);
    return Object.fromEntries(known.map(({ name, encode }) => [name, encode(given[name])]));
  };

  async function insert({ container, author, account, key, fields }: NewRow) {
    const values = encoded(withDefaults(collection, fields));
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const id = ids.next();
      const row = {
        [stamp.container]: container.id,
        [stamp.id]: id,
        [stamp.author]: author,
        [stamp.key]: key,
        [stamp.changed]: 0,
        ...values,
      };
      try {
        await database.insertInto(table).values(row).execute();
        const texts = columns.map(({ name }, at) => [`c${at}`, String(values[name])]);
        const stamps = { q: 0, b: 0, id, account, record_key: key, changed: 0 };
        const written = { ...stamps, ...Object.fromEntries(texts) } as Parameters<
          typeof recordIn
        >[2];
        return { record: recordIn(collection, container, written), inserted: true };
      } catch (error) {
        if (!(error instanceof Duplicate)) throw error;
      }
      const record = await findByKey(container, author, key);
      // If no record has the key, another row has the number.
      if (record) return { record, inserted: false };
    }
    return undefined;
  }

  const find = (container: ContainerRow, conditions: Parameters<typeof from>[1]) =>
    readOne(
      database,
      recordBranch(collection, from(collection, [inContainer(container), ...conditions])),
    );

  async function findByKey(container: ContainerRow, author: number, key: string) {
    const row = await find(container, [
      sql`${column(stamp.author)} = ${sql.lit(author)}`,
      sql`${column(stamp.key)} = ${key}`,
    ]);
    return row && recordIn(collection, container, row);
  }

  return {
    oldest: 4_000_000_000,
    insert,
    async find(container, id) {
      const number = idNumber(id);
      if (number === undefined) return undefined;
      const row = await find(container, [sql`${column(stamp.id)} IN (${list([number])})`]);
      return row && recordIn(collection, container, row);
    },
    async update({ container, author, record, fields, changed }) {
      const values = encoded(fields);
      const { numUpdatedRows } = await database
        .updateTable(table)
        .set({ ...values, [stamp.changed]: changed })
        .where(stamp.container, '=', container.id)
        .where(stamp.id, '=', idNumber(record.id))
        .where(stamp.author, '=', author)
        .where(stamp.changed, '=', Number(record.version))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return undefined;
      const known = Object.keys(values);
      const kept = Object.entries(fields as object).filter(([name]) => known.includes(name));
      return { ...(record.fields as object), ...Object.fromEntries(kept) };
    },
    async remove({ container, author, id, version }) {
      const number = idNumber(id);
      if (number === undefined || !/^\d{1,10}$/.test(version)) return false;
      const { numDeletedRows } = await database
        .deleteFrom(table)
        .where(stamp.container, '=', container.id)
        .where(stamp.id, '=', number)
        .where(stamp.author, '=', author)
        .where(stamp.changed, '=', Number(version))
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}
