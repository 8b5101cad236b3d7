/**
 * Sequences, as TiDB and MariaDB have them: numbers that no two statements are given.
 * https://docs.pingcap.com/tidb/stable/sql-statement-create-sequence/
 */
import type { DatabaseSync } from 'node:sqlite';
import { EngineError } from '../engine.ts';
import type { Reader } from './reader.ts';
import { untranslated } from './write.ts';

const TABLE = '__sequences';

/** CREATE SEQUENCE, from behind these words. */
export function createSequence(database: DatabaseSync, reader: Reader): void {
  const isOptional = reader.skip('IF', 'NOT', 'EXISTS');
  const name = reader.name();
  const { start, step } = readOptions(reader);
  if (isThere(database, name)) {
    if (isOptional) return;
    throw new EngineError(1050, 'ER_TABLE_EXISTS_ERROR', `Table '${name}' already exists`);
  }
  database
    .prepare(`INSERT INTO ${TABLE} (name, next, step) VALUES (?, ?, ?)`)
    .run(keyOf(name), start, step);
}

/** DROP SEQUENCE, from behind these words. */
export function dropSequence(database: DatabaseSync, reader: Reader): void {
  const isOptional = reader.skip('IF', 'EXISTS');
  const name = reader.name();
  if (!isThere(database, name) && !isOptional) {
    throw new EngineError(4091, 'ER_UNKNOWN_SEQUENCES', `Unknown SEQUENCE: 'forge.${name}'`);
  }
  database.prepare(`DELETE FROM ${TABLE} WHERE name = ?`).run(keyOf(name));
}

function readOptions(reader: Reader): { readonly start: number; readonly step: number } {
  let start = 1;
  let step = 1;
  const number = (...fillers: readonly string[]): number => {
    for (const filler of fillers) reader.skip(filler);
    reader.skipSign('=');
    const isNegative = reader.skipSign('-');
    return Number(reader.take().value) * (isNegative ? -1 : 1);
  };
  while (!reader.isOver) {
    if (reader.skip('START')) start = number('WITH');
    else if (reader.skip('INCREMENT')) step = number('BY');
    else if (reader.skip('CACHE')) number();
    else if (!reader.skip('NOCACHE') && !reader.skip('NOCYCLE') && !reader.skip('NO', 'CYCLE')) {
      throw untranslated(`CREATE SEQUENCE … ${reader.take().value}`);
    }
  }
  return { start, step };
}

/** NEXTVAL and SETVAL. LASTVAL is of a session, which a request does not have. */
export function defineSequences(database: DatabaseSync): void {
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${TABLE} (name TEXT PRIMARY KEY, next INTEGER, step INTEGER)`,
  );
  const found = (name: string): void => {
    if (isThere(database, name)) return;
    throw new EngineError(1146, 'ER_NO_SUCH_TABLE', `Table 'forge.${name}' doesn't exist`);
  };
  database.function('nextval', (name) => {
    found(String(name));
    const taken = database
      .prepare(
        `UPDATE ${TABLE} SET next = next + step WHERE name = ? RETURNING next - step AS value`,
      )
      .get(keyOf(String(name)));
    return Number(taken?.value);
  });
  database.function('setval', (name, value) => {
    found(String(name));
    database
      .prepare(`UPDATE ${TABLE} SET next = ? + step WHERE name = ?`)
      .run(Number(value), keyOf(String(name)));
    return Number(value);
  });
}

const isThere = (database: DatabaseSync, name: string): boolean =>
  database.prepare(`SELECT 1 FROM ${TABLE} WHERE name = ?`).get(keyOf(name)) !== undefined;

const keyOf = (name: string): string => name.toLowerCase();
