/**
 * Foreign keys by ALTER TABLE, which apps in production add: they are kept by name, with their index.
 * Whether Forge's TiDB holds rows to them is not documented, so no row is refused for one.
 */
import { EngineError } from '../engine.ts';
import { isSign, splitAtCommas } from '../tokens.ts';
import type { Table } from './model.ts';
import type { Reader } from './reader.ts';

interface ForeignKey {
  readonly name: string | undefined;
  readonly columns: readonly string[];
}

/** [CONSTRAINT name] FOREIGN KEY [name] (columns) REFERENCES …, if that is what comes next. */
export function readForeignKey(reader: Reader): ForeignKey | undefined {
  let name: string | undefined;
  if (!reader.sees('FOREIGN')) {
    if (!reader.seesForeignKeyBehindName()) return undefined;
    reader.skip('CONSTRAINT');
    name = reader.name();
  }
  reader.skip('FOREIGN', 'KEY');
  reader.skip('IF', 'NOT', 'EXISTS');
  if (!isSign(reader.next, '(')) name ??= reader.name();
  const columns = splitAtCommas(reader.inParentheses()).map((part) => part[0]?.value ?? '');
  reader.rest();
  return { name, columns };
}

export function withForeignKey(table: Table, { name, columns }: ForeignKey): Table {
  const foreignKeys = table.foreignKeys ?? [];
  const unknown = columns.find((each) => !table.columns.some((column) => column.name === each));
  if (unknown !== undefined) {
    throw new EngineError(
      1072,
      'ER_KEY_COLUMN_DOES_NOT_EXITS',
      `Key column '${unknown}' doesn't exist in table`,
    );
  }
  const made = name ?? `${table.name}_ibfk_${foreignKeys.length + 1}`;
  if (foreignKeys.includes(made)) {
    throw new EngineError(
      1826,
      'ER_FK_DUP_NAME',
      `Duplicate foreign key constraint name '${made}'`,
    );
  }
  const isIndexed = table.keys.some((key) => columns.every((each, at) => key.columns[at] === each));
  const keys = isIndexed ? [] : [{ kind: 'plain' as const, name: made, columns }];
  return { ...table, keys: [...table.keys, ...keys], foreignKeys: [...foreignKeys, made] };
}

/** Its index stays, as in MySQL. */
export function withoutForeignKey(table: Table, name: string): Table {
  const { foreignKeys = [] } = table;
  if (!foreignKeys.includes(name)) {
    throw new EngineError(
      1091,
      'ER_CANT_DROP_FIELD_OR_KEY',
      `Can't DROP '${name}'; check that column/key exists`,
    );
  }
  return { ...table, foreignKeys: foreignKeys.filter((each) => each !== name) };
}
