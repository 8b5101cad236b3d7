/** SQLite's errors in MySQL's words and numbers, by which apps tell them apart. */
import { EngineError } from '../engine.ts';
import type { Catalog } from './tables.ts';

const checks: Readonly<Record<string, (column: string) => EngineError>> = {
  'too long': (column) =>
    new EngineError(1406, 'ER_DATA_TOO_LONG', `Data too long for column '${column}' at row 1`),
  'no number': (column) =>
    new EngineError(
      1366,
      'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
      `Incorrect integer value for column '${column}' at row 1`,
    ),
  'no value': (column) =>
    new EngineError(1265, 'WARN_DATA_TRUNCATED', `Data truncated for column '${column}' at row 1`),
  'no json': () => new EngineError(3140, 'ER_INVALID_JSON_TEXT', 'Invalid JSON text in column'),
};

/** The key that a row would have twice: MySQL names it, SQLite names its columns. */
function duplicate(catalog: Catalog, named: string): EngineError {
  const columns = named.split(', ').map((each) => each.slice(each.lastIndexOf('.') + 1));
  const table = catalog.find(named.slice(0, named.indexOf('.')));
  const key = table?.keys.find(
    (each) => each.kind !== 'plain' && each.columns.join() === columns.join(),
  );
  const name = `${table?.name ?? ''}.${key?.name ?? 'PRIMARY'}`;
  return new EngineError(1062, 'ER_DUP_ENTRY', `Duplicate entry for key '${name}'`);
}

export function refusalOf(catalog: Catalog, error: unknown): unknown {
  // Other errors are passed on as they are.
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== 'ERR_SQLITE_ERROR') {
    return error;
  }
  const { message } = error;
  const match = (pattern: RegExp): string | undefined => pattern.exec(message)?.[1];
  const unique = match(/^UNIQUE constraint failed: (.+)$/);
  if (unique !== undefined) return duplicate(catalog, unique);
  const missing = match(/^NOT NULL constraint failed: .*?\.([^.]+)$/);
  if (missing !== undefined) {
    return new EngineError(1048, 'ER_BAD_NULL_ERROR', `Column '${missing}' cannot be null`);
  }
  const check = /^CHECK constraint failed: ([a-z ]+):(.+)$/.exec(message);
  const known = check && checks[check[1] ?? ''];
  if (known) return known(check[2] ?? '');
  if (message.startsWith('CHECK constraint failed')) {
    return new EngineError(3819, 'ER_CHECK_CONSTRAINT_VIOLATED', 'Check constraint is violated.');
  }
  const table = match(/^no such table: (?:main\.)?(.+)$/);
  if (table !== undefined) {
    return new EngineError(1146, 'ER_NO_SUCH_TABLE', `Table 'forge.${table}' doesn't exist`);
  }
  const column = match(/no such column: "?([^"\s]+)"?/) ?? match(/has no column named (.+)$/);
  if (column !== undefined) {
    return new EngineError(1054, 'ER_BAD_FIELD_ERROR', `Unknown column '${column}'`);
  }
  const called = match(/^no such function: (.+)$/);
  if (called !== undefined) {
    return new EngineError(1305, 'ER_SP_DOES_NOT_EXIST', `FUNCTION ${called} does not exist`);
  }
  return new EngineError(
    1064,
    'ER_PARSE_ERROR',
    `You have an error in your SQL syntax: ${message}`,
    {
      cause: error,
    },
  );
}
