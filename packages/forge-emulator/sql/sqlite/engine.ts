/** The embedded database: MySQL's dialect, as far as apps of Forge use it, on SQLite. */
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { TimedOut } from '../engine.ts';
import type { Header, Result, Rows, SqlEngine } from '../engine.ts';
import { isWord } from '../tokens.ts';
import { judge } from '../policy.ts';
import type { Statement } from '../policy.ts';
import { rewriteChange } from './changes.ts';
import type { Change } from './changes.ts';
import { refreshSchemaTables, show } from './catalog-views.ts';
import { define } from './definitions.ts';
import { timeIn } from './dates.ts';
import { rewrite } from './expressions.ts';
import { defineFunctions } from './functions.ts';
import { refusalOf } from './refusals.ts';
import { Catalog, numberedColumn } from './tables.ts';
import { nameText, untranslated, writeTokens } from './write.ts';

interface EmbeddedOptions {
  /** A file keeps everything over a restart; without one the data lives in memory. */
  readonly file?: string;
  readonly now?: () => Date;
}

const nothing: Header = { affectedRows: 0, insertId: 0, warningStatus: 0, info: '' };

/** As the wire has it: dates are texts, flags are numbers. */
function bindable(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string')
    return value;
  if (value instanceof Uint8Array) return value;
  return JSON.stringify(value);
}

/** As mysql2 answers: exact numbers beyond 2^53 as text, dates as ISO text once they are JSON. */
function shown(value: unknown, type: string | null): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value instanceof Uint8Array) return Buffer.from(value);
  const kind = type?.split(' ')[0];
  if (kind === 'DATETIME' || kind === 'TIMESTAMP') return timeIn(value)?.toISOString() ?? value;
  if (kind === 'JSON' && typeof value === 'string') return JSON.parse(value) as unknown;
  if (kind === 'DECIMAL' && typeof value === 'number') return String(value);
  return value;
}

export function embeddedEngine({
  file = ':memory:',
  now = () => new Date(),
}: EmbeddedOptions = {}): SqlEngine {
  const database = new DatabaseSync(file);
  if (file !== ':memory:') database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec("ATTACH ':memory:' AS information_schema");
  let lastInsertId: number | undefined;
  defineFunctions(database, now);
  database.function('last_insert_id', { varargs: true }, (...values) => {
    if (values.length > 0) lastInsertId = Number(values[0]);
    return lastInsertId ?? 0;
  });
  const catalog = new Catalog(database);
  const prepared = new Map<string, StatementSync>();

  function prepare(text: string): StatementSync {
    const known = prepared.get(text);
    if (known) return known;
    const statement = database.prepare(text);
    statement.setReadBigInts(true);
    if (prepared.size >= 500) prepared.clear();
    prepared.set(text, statement);
    return statement;
  }

  function ask({ tokens }: Statement, values: readonly SQLInputValue[]): Rows {
    const [first] = tokens;
    if (isWord(first, 'EXPLAIN', 'TABLE', 'VALUES')) throw untranslated(first?.value ?? '');
    const special = show(catalog, tokens);
    if (special) return special;
    if (tokens.some((token) => token.value.toLowerCase() === 'information_schema')) {
      refreshSchemaTables(database, catalog);
      prepared.clear();
    }
    const statement = prepare(writeTokens(rewrite(tokens)));
    const columns = statement.columns();
    const rows = statement
      .all(...values)
      .map((row) =>
        Object.fromEntries(columns.map(({ name, type }) => [name, shown(row[name], type)])),
      );
    return { rows, fields: columns.map(({ name, table }) => ({ name, table: table ?? '' })) };
  }

  const count = (table: string): number =>
    Number(database.prepare(`SELECT COUNT(*) AS many FROM ${nameText(table)}`).get()?.many ?? 0);

  function alter({ tokens, table, isUpsert }: Change, values: readonly SQLInputValue[]): Header {
    const before = isUpsert ? count(table) : 0;
    lastInsertId = undefined;
    const { changes, lastInsertRowid } = prepare(writeTokens(tokens)).run(...values);
    // A call of LAST_INSERT_ID(id) inside of the statement says what to answer.
    const named = lastInsertId as number | undefined;
    const changed = Number(changes);
    const inserted = isUpsert ? count(table) - before : changed;
    const isInsert = isWord(tokens[0], 'INSERT', 'REPLACE');
    const model = catalog.find(table);
    const isNumbered = model !== undefined && numberedColumn(model) !== undefined;
    // The first of the numbers that several rows were given.
    const firstId = Number(lastInsertRowid) - inserted + 1;
    const insertId = named ?? (isInsert && isNumbered && inserted > 0 ? firstId : 0);
    return { ...nothing, affectedRows: inserted + 2 * (changed - inserted), insertId };
  }

  function run(text: string, values: readonly SQLInputValue[]): Result {
    const statement = judge(text);
    if (statement.kind === 'question') return ask(statement, values);
    if (statement.kind === 'change') {
      const columnsOf = (table: string) => catalog.get(table).columns;
      return alter(rewriteChange(statement.tokens, columnsOf), values);
    }
    prepared.clear();
    define({ database, catalog }, statement.tokens);
    return nothing;
  }

  /** A statement is done as a whole or not at all; one that took too long was not done. */
  function atomically(work: () => Result, milliseconds: number): Result {
    const began = performance.now();
    database.exec('BEGIN');
    try {
      const result = work();
      if (performance.now() - began > milliseconds)
        throw new TimedOut('The statement took too long.');
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    async execute(statement, parameters, milliseconds) {
      try {
        return atomically(() => run(statement, parameters.map(bindable)), milliseconds);
      } catch (error) {
        throw refusalOf(catalog, error);
      }
    },
    async size() {
      const { pages } = database
        .prepare('SELECT page_count * page_size AS pages FROM pragma_page_count, pragma_page_size')
        .get() as { pages: number };
      return pages;
    },
    async close() {
      database.close();
    },
  };
}
