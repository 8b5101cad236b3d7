/** CREATE, ALTER, DROP, RENAME and TRUNCATE, in one file, since all of them change one catalog. */
import type { DatabaseSync } from 'node:sqlite';
import { EngineError } from '../engine.ts';
import { isSign, splitAtCommas } from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { readForeignKey, withForeignKey, withoutForeignKey } from './foreign-keys.ts';
import { readColumn, readKey, readTable } from './model.ts';
import type { Column, Key, Table } from './model.ts';
import { Reader } from './reader.ts';
import { createSequence, dropSequence } from './sequences.ts';
import { furnish, implicitDefault, indexName, indexText, tableText } from './tables.ts';
import type { Catalog } from './tables.ts';
import { nameText, untranslated } from './write.ts';

interface Setting {
  readonly database: DatabaseSync;
  readonly catalog: Catalog;
}

export function define(setting: Setting, tokens: readonly Token[]): void {
  const reader = new Reader(tokens);
  if (reader.skip('CREATE')) return create(setting, reader);
  if (reader.skip('ALTER', 'TABLE')) return alter(setting, reader);
  if (reader.skip('DROP', 'SEQUENCE')) return dropSequence(setting.database, reader);
  if (reader.skip('DROP', 'TABLE')) return dropTables(setting, reader);
  if (reader.skip('DROP', 'INDEX')) {
    const isOptional = reader.skip('IF', 'EXISTS');
    const index = reader.name();
    reader.skip('ON');
    const table = setting.catalog.get(reader.name());
    if (isOptional && !table.keys.some(({ name }) => name === index)) return;
    return change(setting, table, withoutKey(table, index));
  }
  if (reader.skip('TRUNCATE')) {
    reader.skip('TABLE');
    const { name } = setting.catalog.get(reader.name());
    setting.database.exec(`DELETE FROM ${nameText(name)}`);
    setting.database.prepare('DELETE FROM sqlite_sequence WHERE name = ?').run(name);
    return;
  }
  if (reader.skip('RENAME', 'TABLE')) {
    const table = setting.catalog.get(reader.name());
    reader.skip('TO');
    return change(setting, table, { ...table, name: reader.name() });
  }
  if (reader.skip('ANALYZE')) return;
  throw untranslated(`${tokens[0]?.value ?? ''} ${tokens[1]?.value ?? ''}`);
}

function create(setting: Setting, reader: Reader): void {
  const { catalog, database } = setting;
  if (reader.skip('SEQUENCE')) return createSequence(database, reader);
  reader.skip('TEMPORARY');
  if (reader.skip('TABLE')) {
    const isOptional = reader.skip('IF', 'NOT', 'EXISTS');
    const name = reader.name();
    if (catalog.find(name)) {
      if (isOptional) return;
      throw new EngineError(1050, 'ER_TABLE_EXISTS_ERROR', `Table '${name}' already exists`);
    }
    const table = readTable(name, reader);
    database.exec(tableText(table));
    furnish(database, table);
    catalog.set(table);
    return;
  }
  const isUnique = reader.skip('UNIQUE');
  if (!reader.skip('INDEX')) throw untranslated(`CREATE ${reader.take().value}`);
  const isOptional = reader.skip('IF', 'NOT', 'EXISTS');
  const index = reader.name();
  if (reader.skip('USING')) reader.take();
  reader.skip('ON');
  const table = catalog.get(reader.name());
  if (isOptional && table.keys.some(({ name }) => name === index)) return;
  const columns = splitAtCommas(reader.inParentheses()).map((part) => part[0]?.value ?? '');
  change(
    setting,
    table,
    withKey(table, { kind: isUnique ? 'unique' : 'plain', name: index, columns }),
  );
}

function dropTables({ catalog, database }: Setting, reader: Reader): void {
  const isOptional = reader.skip('IF', 'EXISTS');
  for (const part of splitAtCommas(reader.rest())) {
    const name = new Reader(part).name();
    if (!catalog.find(name) && isOptional) continue;
    if (!catalog.find(name)) {
      throw new EngineError(1051, 'ER_BAD_TABLE_ERROR', `Unknown table 'forge.${name}'`);
    }
    database.exec(`DROP TABLE ${nameText(name)}`);
    catalog.delete(name);
  }
}

function withKey(table: Table, key: Key): Table {
  if (table.keys.some(({ name }) => name === key.name)) {
    throw new EngineError(1061, 'ER_DUP_KEYNAME', `Duplicate key name '${key.name}'`);
  }
  const unknown = key.columns.find((name) => !table.columns.some((column) => column.name === name));
  if (unknown !== undefined) {
    throw new EngineError(
      1072,
      'ER_KEY_COLUMN_DOES_NOT_EXITS',
      `Key column '${unknown}' doesn't exist in table`,
    );
  }
  return { ...table, keys: [...table.keys, key] };
}

function withoutKey(table: Table, name: string): Table {
  if (!table.keys.some((key) => key.name === name)) {
    throw new EngineError(
      1091,
      'ER_CANT_DROP_FIELD_OR_KEY',
      `Can't DROP '${name}'; check that column/key exists`,
    );
  }
  return { ...table, keys: table.keys.filter((key) => key.name !== name) };
}

function placed(columns: readonly Column[], column: Column, after: string | undefined): Column[] {
  const others = columns.filter(({ name }) => name !== column.name);
  const before = columns.findIndex(({ name }) => name === column.name);
  const at =
    after === undefined
      ? before < 0
        ? others.length
        : before
      : others.findIndex(({ name }) => name === after) + 1;
  return others.toSpliced(at, 0, column);
}

function columnOf(table: Table, name: string): Column {
  const column = table.columns.find((each) => each.name === name);
  if (column) return column;
  throw new EngineError(1054, 'ER_BAD_FIELD_ERROR', `Unknown column '${name}' in '${table.name}'`);
}

/** One action of ALTER TABLE. @param renamed new names of columns by their old ones. */
function altered(table: Table, reader: Reader, renamed: Map<string, string>): Table {
  if (reader.skip('ADD')) {
    const isColumn = reader.skip('COLUMN');
    const isOptional = reader.skip('IF', 'NOT', 'EXISTS');
    const foreign = isColumn ? undefined : readForeignKey(reader);
    if (foreign) return withForeignKey(table, foreign);
    const key = isColumn ? undefined : readKey(reader);
    if (key) return withKey(table, key);
    const { column, keys, checks, after } = readColumn(reader);
    if (table.columns.some(({ name }) => name === column.name)) {
      if (isOptional) return table;
      throw new EngineError(1060, 'ER_DUP_FIELDNAME', `Duplicate column name '${column.name}'`);
    }
    return {
      ...table,
      columns: placed(table.columns, column, after),
      keys: [...table.keys, ...keys],
      checks: [...table.checks, ...checks],
    };
  }
  if (reader.skip('DROP', 'FOREIGN', 'KEY')) return withoutForeignKey(table, reader.name());
  if (reader.skip('DROP', 'PRIMARY', 'KEY')) return withoutKey(table, 'PRIMARY');
  if (reader.skip('DROP', 'INDEX') || reader.skip('DROP', 'KEY')) {
    return withoutKey(table, reader.name());
  }
  if (reader.skip('DROP')) {
    reader.skip('COLUMN');
    const isOptional = reader.skip('IF', 'EXISTS');
    const name = reader.name();
    if (isOptional && !table.columns.some((column) => column.name === name)) return table;
    columnOf(table, name);
    const keys = table.keys
      .map((key) => ({ ...key, columns: key.columns.filter((each) => each !== name) }))
      .filter(({ columns }) => columns.length > 0);
    return { ...table, keys, columns: table.columns.filter((column) => column.name !== name) };
  }
  if (reader.skip('MODIFY') || reader.sees('CHANGE')) {
    const isChange = reader.skip('CHANGE');
    reader.skip('COLUMN');
    const before = isChange ? reader.name() : undefined;
    const { column, after } = readColumn(reader);
    const old = columnOf(table, before ?? column.name);
    const named = renameColumn(table, old.name, column.name, renamed);
    return { ...named, columns: placed(named.columns, column, after) };
  }
  if (reader.skip('RENAME', 'COLUMN')) {
    const before = reader.name();
    reader.skip('TO');
    return renameColumn(table, columnOf(table, before).name, reader.name(), renamed);
  }
  if (reader.skip('RENAME')) {
    if (!reader.skip('TO')) reader.skip('AS');
    return { ...table, name: reader.name() };
  }
  throw untranslated(`ALTER TABLE … ${reader.take().value}`);
}

function renameColumn(
  table: Table,
  before: string,
  name: string,
  renamed: Map<string, string>,
): Table {
  if (before === name) return table;
  renamed.set(before, name);
  const to = (each: string): string => (each === before ? name : each);
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, name: to(column.name) })),
    keys: table.keys.map((key) => ({ ...key, columns: key.columns.map(to) })),
  };
}

function alter(setting: Setting, reader: Reader): void {
  const before = setting.catalog.get(reader.name());
  const renamed = new Map<string, string>();
  let table = before;
  for (const part of splitAtCommas(reader.rest())) {
    if (isSign(part[0], '=')) continue;
    table = altered(table, new Reader(part), renamed);
  }
  change(setting, before, table, renamed);
}

/** Makes a table what it is to be: indexes one by one, anything else by making the table anew. */
function change(
  { database, catalog }: Setting,
  before: Table,
  after: Table,
  renamed: ReadonlyMap<string, string> = new Map(),
): void {
  const isSameTable =
    before.name === after.name &&
    tableText(before) === tableText(after) &&
    JSON.stringify(before.columns) === JSON.stringify(after.columns);
  if (isSameTable) {
    const [had, has] = [before.keys, after.keys].map(
      (keys) => new Set(keys.map(({ name }) => name)),
    );
    for (const { name } of before.keys) {
      if (!has?.has(name)) database.exec(`DROP INDEX ${nameText(indexName(before.name, name))}`);
    }
    for (const key of after.keys) if (!had?.has(key.name)) database.exec(indexText(after, key));
  } else rebuild(database, before, after, renamed);
  if (before.name !== after.name) catalog.delete(before.name);
  catalog.set(after);
}

function rebuild(
  database: DatabaseSync,
  before: Table,
  after: Table,
  renamed: ReadonlyMap<string, string>,
): void {
  const old = new Map(before.columns.map(({ name }) => [renamed.get(name) ?? name, name]));
  const kept = after.columns.filter(({ generated }) => !generated);
  const names = kept.map(({ name }) => nameText(name));
  const values = kept.map((column) => {
    const source = old.get(column.name);
    return source === undefined ? implicitDefault(column) : nameText(source);
  });
  const draft = `${after.name}.new`;
  database.exec(tableText(after, draft));
  database.exec(
    `INSERT INTO ${nameText(draft)} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${nameText(before.name)}`,
  );
  database.exec(`DROP TABLE ${nameText(before.name)}`);
  database.exec(`ALTER TABLE ${nameText(draft)} RENAME TO ${nameText(after.name)}`);
  furnish(database, after);
}
