/** The records that inner messages belong to. */
import { sql } from 'kysely';
import { idNumber, idText } from '../schema/index.ts';
import type { ChoiceLayout } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { list } from './branch.ts';
import type { RecordOfInner } from './choice-selects.ts';
import type { ContainerRow } from './table-selects.ts';

/** @param messages ids of inner messages, at least one. */
export async function recordsOfInner(
  database: Database,
  { table, column }: NonNullable<ChoiceLayout['inner']>,
  container: ContainerRow,
  messages: readonly string[],
): Promise<RecordOfInner> {
  const ids = messages.map(idNumber).filter((id) => id !== undefined);
  const { rows } = await sql<{
    id: number | string;
    record: string;
  }>`SELECT r._id AS id, CAST(r.${sql.id(column)} AS CHAR) AS record
    FROM ${sql.id(table)} AS r
    WHERE r._container = ${sql.lit(container.id)} AND r._id IN (${list(ids)})`.execute(database);
  const records = new Map(rows.map(({ id, record }) => [idText(Number(id)), idNumber(record)]));
  return (message) => records.get(message);
}
