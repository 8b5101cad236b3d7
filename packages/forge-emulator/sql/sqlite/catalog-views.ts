/** SHOW, DESCRIBE, and the tables of INFORMATION_SCHEMA that apps look into. */
import type { DatabaseSync } from 'node:sqlite';
import type { Rows } from '../engine.ts';
import type { Token } from '../tokens.ts';
import { isLike } from './functions.ts';
import { columnTypeOf } from './model.ts';
import type { Column, Table } from './model.ts';
import { Reader } from './reader.ts';
import type { Catalog } from './tables.ts';
import { nameText, untranslated, writeTokens } from './write.ts';

type Row = Readonly<Record<string, string | number | null>>;

const answer = (rows: readonly Row[]): Rows => ({
  rows,
  fields: Object.keys(rows[0] ?? {}).map((name) => ({ name, table: '' })),
});

function keyOf(table: Table, { name }: Column): string {
  const keys = table.keys.filter(({ columns }) => columns[0] === name);
  if (table.keys.some(({ kind, columns }) => kind === 'primary' && columns.includes(name)))
    return 'PRI';
  if (keys.some(({ kind, columns }) => kind === 'unique' && columns.length === 1)) return 'UNI';
  return keys.length > 0 ? 'MUL' : '';
}

const defaultOf = ({ default: value }: Column): string | null =>
  value === undefined || /^NULL$/i.test(value[0]?.value ?? '')
    ? null
    : value.length === 1
      ? (value[0]?.value ?? null)
      : writeTokens(value);

const extraOf = ({ isNumbered, isTouched }: Column): string =>
  [isNumbered ? 'auto_increment' : '', isTouched ? 'on update CURRENT_TIMESTAMP' : '']
    .filter(Boolean)
    .join(' ');

const describe = (table: Table): Row[] =>
  table.columns.map((column) => ({
    Field: column.name,
    Type: columnTypeOf(column),
    Null: column.isNullable ? 'YES' : 'NO',
    Key: keyOf(table, column),
    Default: defaultOf(column),
    Extra: extraOf(column),
  }));

const indexes = (table: Table): Row[] =>
  table.keys.flatMap(({ kind, name, columns }) =>
    columns.map((column, position) => ({
      Table: table.name,
      Non_unique: kind === 'plain' ? 1 : 0,
      Key_name: name,
      Seq_in_index: position + 1,
      Column_name: column,
      Index_type: 'BTREE',
    })),
  );

/** SHOW and DESCRIBE. @returns undefined for any other statement. */
export function show(catalog: Catalog, tokens: readonly Token[]): Rows | undefined {
  const reader = new Reader(tokens);
  if (reader.skip('DESCRIBE') || reader.skip('DESC')) {
    return answer(describe(catalog.get(reader.name())));
  }
  if (!reader.skip('SHOW')) return undefined;
  reader.skip('FULL');
  if (reader.skip('TABLES')) {
    const pattern = reader.skip('LIKE') ? reader.take().value : '%';
    const names = catalog.all().map(({ name }) => name);
    return answer(
      names.filter((name) => isLike(pattern, name)).map((name) => ({ Tables_in_forge: name })),
    );
  }
  const isColumns = reader.skip('COLUMNS') || reader.skip('FIELDS');
  const isIndexes = reader.skip('INDEX') || reader.skip('INDEXES') || reader.skip('KEYS');
  if ((isColumns || isIndexes) && (reader.skip('FROM') || reader.skip('IN'))) {
    const table = catalog.get(reader.name());
    return answer(isColumns ? describe(table) : indexes(table));
  }
  throw untranslated(`SHOW ${tokens[1]?.value ?? ''}`);
}

const schema = 'information_schema';

/** Makes INFORMATION_SCHEMA say what there is now. */
export function refreshSchemaTables(database: DatabaseSync, catalog: Catalog): void {
  const tables = catalog.all();
  const bytes = (name: string): number => {
    const row = database
      .prepare('SELECT SUM(pgsize) AS bytes FROM dbstat WHERE name = ?')
      .get(name);
    return Number(row?.bytes ?? 0);
  };
  const rowsIn = (name: string): number =>
    Number(database.prepare(`SELECT COUNT(*) AS many FROM ${nameText(name)}`).get()?.many ?? 0);
  fill(database, 'TABLES', {
    rows: tables.map(({ name, keys, collation }) => {
      const many = rowsIn(name);
      const data = bytes(name);
      return {
        TABLE_CATALOG: 'def',
        TABLE_SCHEMA: 'forge',
        TABLE_NAME: name,
        TABLE_TYPE: 'BASE TABLE',
        ENGINE: 'InnoDB',
        TABLE_ROWS: many,
        AVG_ROW_LENGTH: many === 0 ? 0 : Math.round(data / many),
        DATA_LENGTH: data,
        INDEX_LENGTH: keys.reduce((sum, key) => sum + bytes(`${name}.${key.name}`), 0),
        TABLE_COLLATION: collation ?? 'utf8mb4_bin',
      };
    }),
    columns: [
      'TABLE_CATALOG',
      'TABLE_SCHEMA',
      'TABLE_NAME',
      'TABLE_TYPE',
      'ENGINE',
      'TABLE_ROWS',
      'AVG_ROW_LENGTH',
      'DATA_LENGTH',
      'INDEX_LENGTH',
      'TABLE_COLLATION',
    ],
  });
  fill(database, 'COLUMNS', {
    rows: tables.flatMap((table) =>
      table.columns.map((column, position) => ({
        TABLE_SCHEMA: 'forge',
        TABLE_NAME: table.name,
        COLUMN_NAME: column.name,
        ORDINAL_POSITION: position + 1,
        COLUMN_DEFAULT: defaultOf(column),
        IS_NULLABLE: column.isNullable ? 'YES' : 'NO',
        DATA_TYPE: column.type.toLowerCase(),
        COLUMN_TYPE: columnTypeOf(column),
        COLUMN_KEY: keyOf(table, column),
        EXTRA: extraOf(column),
      })),
    ),
    columns: [
      'TABLE_SCHEMA',
      'TABLE_NAME',
      'COLUMN_NAME',
      'ORDINAL_POSITION',
      'COLUMN_DEFAULT',
      'IS_NULLABLE',
      'DATA_TYPE',
      'COLUMN_TYPE',
      'COLUMN_KEY',
      'EXTRA',
    ],
  });
  fill(database, 'STATISTICS', {
    rows: tables.flatMap((table) =>
      indexes(table).map((index) => ({
        TABLE_SCHEMA: 'forge',
        TABLE_NAME: index.Table ?? null,
        NON_UNIQUE: index.Non_unique ?? null,
        INDEX_NAME: index.Key_name ?? null,
        SEQ_IN_INDEX: index.Seq_in_index ?? null,
        COLUMN_NAME: index.Column_name ?? null,
      })),
    ),
    columns: [
      'TABLE_SCHEMA',
      'TABLE_NAME',
      'NON_UNIQUE',
      'INDEX_NAME',
      'SEQ_IN_INDEX',
      'COLUMN_NAME',
    ],
  });
}

interface SchemaTable {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
}

function fill(database: DatabaseSync, name: string, { rows, columns }: SchemaTable): void {
  const table = `${schema}.${nameText(name)}`;
  database.exec(`DROP TABLE IF EXISTS ${table}`);
  database.exec(`CREATE TABLE ${table} (${columns.map(nameText).join(', ')})`);
  const insert = database.prepare(
    `INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
}
