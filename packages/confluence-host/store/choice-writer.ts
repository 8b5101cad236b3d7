/** Writes to a compact table of choices. */
import { NotFound } from '@kantine/core';
import { sql } from 'kysely';
import { choiceColumn, codeOf, idNumber, instantOf, secondOf } from '../schema/index.ts';
import type { ChoiceLayout } from '../schema/index.ts';
import { Duplicate } from '../sql/index.ts';
import type { Database } from '../sql/index.ts';
import { list, readOne } from './branch.ts';
import type { Sql } from './branch.ts';
import { choiceBranch, ofRow } from './choice-branch.ts';
import { choiceFields, choiceId, choiceIn, choiceKey, chosenIn } from './choice-row.ts';
import type { ChoiceKey } from './choice-row.ts';
import type { ContainerRow } from './table-selects.ts';
import type { Writer } from './writer.ts';

export function choiceWriter(database: Database, layout: ChoiceLayout, now: () => number): Writer {
  const { spec } = layout;
  const table = sql.id(layout.table);
  const [within, inner, choice, given] = [
    sql.id(spec.within),
    sql.id(choiceColumn.inner),
    sql.id(spec.choice),
    sql.id(choiceColumn.given),
  ];

  /** One row as somebody saw it, unless somebody changed it since. */
  const exactly = (container: ContainerRow, key: ChoiceKey, version: string): Sql =>
    sql`_container = ${container.id} AND ${within} = ${key.within} AND _author = ${key.author}
      AND ${inner} = ${key.inner} AND ${given} = ${key.given} AND _changed = ${Number(version)}`;

  /** The message of a choice, if it exists: nothing is inserted otherwise. */
  function messageRow({ id }: ContainerRow, record: string, innerId: string): Sql {
    const message = (messages: string, messageId: string): Sql =>
      sql`FROM ${sql.id(messages)} AS m
        WHERE m._container = ${sql.lit(id)} AND m._id = ${sql.lit(idNumber(messageId) ?? 0)}`;
    if (innerId === '' || !layout.inner) return message(layout.record.table, record);
    const { table: messages, column } = layout.inner;
    return sql`${message(messages, innerId)} AND m.${sql.id(column)} = ${record}`;
  }

  async function find(container: ContainerRow, key: Omit<ChoiceKey, 'given'>) {
    const row = await readOne(database, choiceBranch(layout, container, ofRow(layout, key)));
    return row && choiceIn(layout, container, row);
  }

  return {
    // `_changed` has three bytes here.
    oldest: 16_000_000,
    async insert({ container, author, account, key, fields }) {
      const chosen = chosenIn(layout, key, fields, account);
      const at = secondOf(now());
      const row = { within: idNumber(chosen.within) ?? 0, inner: chosen.inner, author, given: at };
      const values = [
        container.id,
        row.within,
        author,
        row.inner,
        codeOf(layout, chosen.choice),
        at,
        0,
      ];
      const columns = sql`_container, ${within}, _author, ${inner}, ${choice}, ${given}, _changed`;
      const insert = sql`INSERT INTO ${table} (${columns})
        SELECT ${list(values)} ${messageRow(container, chosen.within, chosen.inner)}`;
      try {
        const { numAffectedRows } = await insert.execute(database);
        const { kind, id } = chosen.message;
        if (numAffectedRows === 0n) throw new NotFound(`${kind} ${id}`);
      } catch (error) {
        if (!(error instanceof Duplicate)) throw error;
        const record = await find(container, row);
        return record && { record, inserted: false };
      }
      const created = instantOf(at);
      const stamps = { author: account, created, modified: created, version: '0', key };
      const record = {
        id: choiceId(row),
        container: container.name,
        ...stamps,
        fields: choiceFields(layout, chosen),
      };
      return { record, inserted: true };
    },
    async find(container, id) {
      const key = choiceKey(id);
      const record = key && (await find(container, key));
      return record?.id === id ? record : undefined;
    },
    async update({ container, author, record, fields, changed }) {
      const next = { ...(record.fields as object), ...(fields as object) };
      const chosen = chosenIn(layout, record.key, next, record.author);
      const key = choiceKey(record.id);
      if (!key) return undefined;
      const { numAffectedRows } = await sql`UPDATE ${table}
        SET ${choice} = ${codeOf(layout, chosen.choice)}, _changed = ${changed}
        WHERE ${exactly(container, { ...key, author }, record.version)}`.execute(database);
      return numAffectedRows === 0n ? undefined : next;
    },
    async remove({ container, author, id, version }) {
      const key = choiceKey(id);
      if (!key || !/^\d{1,10}$/.test(version)) return false;
      const { numAffectedRows } = await sql`DELETE FROM ${table}
        WHERE ${exactly(container, { ...key, author }, version)}`.execute(database);
      return numAffectedRows !== 0n;
    },
  };
}
