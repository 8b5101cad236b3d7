/** Tables in SQLite: what each looks like there, with its indexes, checks and triggers. */
import type { DatabaseSync } from 'node:sqlite';
import { EngineError } from '../engine.ts';
import type { Token } from '../tokens.ts';
import { collationOf, rewrite } from './expressions.ts';
import type { Column, Key, Table } from './model.ts';
import { literalText, nameText, writeTokens } from './write.ts';

const wholeNumbers =
  /^(TINYINT|SMALLINT|MEDIUMINT|INT|INTEGER|BIGINT|BOOL|BOOLEAN|YEAR|BIT|SERIAL)$/;
const texts =
  /^(CHAR|VARCHAR|TINYTEXT|TEXT|MEDIUMTEXT|LONGTEXT|ENUM|SET|JSON|DATE|DATETIME|TIMESTAMP|TIME)$/;
const bytes = /^(BINARY|VARBINARY|TINYBLOB|BLOB|MEDIUMBLOB|LONGBLOB)$/;

/** How SQLite is to keep what a column holds; the name in front tells the results' types apart. */
function storedType({ type }: Column): string {
  if (wholeNumbers.test(type)) return `${type} INT`;
  if (texts.test(type)) return `${type} TEXT`;
  if (bytes.test(type)) return `${type} BLOB`;
  return /^(FLOAT|DOUBLE|REAL)$/.test(type) ? `${type} REAL` : `${type} NUMERIC`;
}

/** What MySQL refuses in its strict mode, as checks whose names say why. */
function checksOf(column: Column): string[] {
  const { type, detail } = column;
  const name = nameText(column.name);
  const check = (why: string, condition: string): string =>
    `CONSTRAINT ${nameText(`${why}:${column.name}`)} CHECK (${condition})`;
  const length = Number(detail[0]?.value);
  if (/^(VAR)?CHAR$/.test(type) && length > 0) {
    return [check('too long', `length(${name}) <= ${length}`)];
  }
  if (/^(VAR)?BINARY$/.test(type) && length > 0) {
    return [check('too long', `length(CAST(${name} AS BLOB)) <= ${length}`)];
  }
  if (wholeNumbers.test(type))
    return [check('no number', `typeof(${name}) IN ('integer', 'null')`)];
  if (type === 'ENUM') {
    const values = detail
      .filter(({ kind }) => kind === 'text')
      .map(({ value }) => literalText(value));
    return [check('no value', `${name} IN (${values.join(', ')})`)];
  }
  return type === 'JSON' ? [check('no json', `${name} IS NULL OR json_valid(${name})`)] : [];
}

const isNow = (tokens: readonly Token[]): boolean =>
  /^(CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)$/i.test(tokens[0]?.value ?? '');

function defaultText({ default: value }: Column): string {
  if (!value) return '';
  return `DEFAULT (${writeTokens(rewrite(value))})`;
}

const primaryOf = ({ keys }: Table): Key | undefined => keys.find(({ kind }) => kind === 'primary');

/** Only a table whose one numbered column is its whole key has SQLite count for it. */
export const numberedColumn = (table: Table): Column | undefined =>
  table.columns.find(({ isNumbered }) => isNumbered);

function columnText(column: Column, table: Table): string {
  const name = nameText(column.name);
  if (column.isNumbered) return `${name} INTEGER PRIMARY KEY AUTOINCREMENT`;
  const { generated, isNullable } = column;
  const parts = [name, storedType(column)];
  const collation = column.collation ?? table.collation;
  if (collation !== undefined && texts.test(column.type))
    parts.push(`COLLATE ${collationOf(collation)}`);
  if (generated) {
    const kind = generated.isStored ? 'STORED' : 'VIRTUAL';
    parts.push(`GENERATED ALWAYS AS (${writeTokens(rewrite(generated.expression))}) ${kind}`);
  }
  if (!isNullable) parts.push('NOT NULL');
  parts.push(defaultText(column), ...checksOf(column));
  return parts.filter(Boolean).join(' ');
}

export function tableText(table: Table, name = table.name): string {
  const numbered = numberedColumn(table);
  const primary = primaryOf(table);
  const isCounted = primary?.columns.length === 1 && primary.columns[0] === numbered?.name;
  const parts = [
    ...table.columns.map((column) => columnText(column, table)),
    ...(primary && !numbered ? [`PRIMARY KEY (${primary.columns.map(nameText).join(', ')})`] : []),
    // A number that is only part of the key is unique by itself, as it is counted.
    ...(primary && numbered && !isCounted
      ? [`UNIQUE (${primary.columns.map(nameText).join(', ')})`]
      : []),
    ...table.checks.map((check) => `CHECK (${writeTokens(rewrite(check))})`),
  ];
  return `CREATE TABLE ${nameText(name)} (${parts.join(', ')})`;
}

/** Names of indexes are a table's own in MySQL, and the database's here. */
export const indexName = (table: string, index: string): string => `${table}.${index}`;

export function indexText(
  { name: table }: Pick<Table, 'name'>,
  { kind, name, columns }: Key,
): string {
  const unique = kind === 'unique' ? 'UNIQUE ' : '';
  const all = columns.map(nameText).join(', ');
  return `CREATE ${unique}INDEX ${nameText(indexName(table, name))} ON ${nameText(table)} (${all})`;
}

/** ON UPDATE CURRENT_TIMESTAMP, unless the statement sets the column itself. */
function touchText(table: Table, column: Column): string {
  const [name, own] = [nameText(column.name), nameText(table.name)];
  return `CREATE TRIGGER ${nameText(`${table.name}.touch.${column.name}`)} AFTER UPDATE ON ${own} FOR EACH ROW WHEN NEW.${name} IS OLD.${name} BEGIN UPDATE ${own} SET ${name} = now() WHERE rowid = NEW.rowid; END`;
}

/** Everything of a table but its rows. */
export function furnish(database: DatabaseSync, table: Table): void {
  for (const key of table.keys) if (key.kind !== 'primary') database.exec(indexText(table, key));
  for (const column of table.columns) {
    if (column.isTouched) database.exec(touchText(table, column));
  }
  if (table.startsAt !== undefined && numberedColumn(table)) {
    database
      .prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
      .run(table.name, table.startsAt - 1);
  }
}

/** The tables that there are, kept in a table of their own. As in TiDB, names know no case. */
export class Catalog {
  readonly #database: DatabaseSync;
  readonly #tables = new Map<string, Table>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS __catalog (name TEXT PRIMARY KEY, model TEXT NOT NULL)',
    );
    for (const row of database.prepare('SELECT model FROM __catalog').all()) {
      const table = JSON.parse(String(row.model)) as Table;
      this.#tables.set(keyOf(table.name), table);
    }
  }

  all(): Table[] {
    return [...this.#tables.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  find(name: string): Table | undefined {
    return this.#tables.get(keyOf(name));
  }

  /** @throws EngineError as MySQL does */
  get(name: string): Table {
    const table = this.find(name);
    if (table) return table;
    throw new EngineError(1146, 'ER_NO_SUCH_TABLE', `Table 'forge.${name}' doesn't exist`);
  }

  set(table: Table): void {
    this.#tables.set(keyOf(table.name), table);
    this.#database
      .prepare('INSERT OR REPLACE INTO __catalog (name, model) VALUES (?, ?)')
      .run(table.name, JSON.stringify(table));
  }

  delete(name: string): void {
    this.#tables.delete(keyOf(name));
    this.#database.prepare('DELETE FROM __catalog WHERE name = ?').run(name);
  }
}

const keyOf = (name: string): string => name.toLowerCase();

/** What a row that is there says in a column that is added without a default. */
export function implicitDefault(column: Column): string {
  if (column.default) return isNow(column.default) ? 'now()' : writeTokens(rewrite(column.default));
  if (column.isNullable) return 'NULL';
  if (/^(DATE|DATETIME|TIMESTAMP)$/.test(column.type)) return "'0000-00-00 00:00:00'";
  return texts.test(column.type) || bytes.test(column.type) ? "''" : '0';
}
