/**
 * Makes the tables, or their missing parts. It may be ended at any point and run again, or run twice at
 * once: every statement can be repeated, and a part is noted only after it was made.
 */
import { sql } from 'kysely';
import { checkCollections, communityContainer } from '@kantine/core';
import type { Collection } from '@kantine/core';
import type { Database } from '../sql/index.ts';
import { tableName } from './layout.ts';
import { tablesOf } from './tables.ts';
import type { Part, Table } from './tables.ts';

const notes = 'schema_notes';
const tablesAtOnce = 4;

async function readNotes(database: Database): Promise<ReadonlySet<string>> {
  const rows = await sql<{
    note: string;
  }>`SELECT CAST(note AS CHAR) AS note FROM schema_notes`.execute(database);
  return new Set(rows.rows.map(({ note }) => note));
}

async function notedBy(database: Database): Promise<ReadonlySet<string>> {
  await sql
    .raw(
      `CREATE TABLE IF NOT EXISTS \`${notes}\` (\`note\` VARBINARY(255) NOT NULL, PRIMARY KEY (\`note\`))`,
    )
    .execute(database);
  return readNotes(database);
}

/**
 * The collections that can hold records by now: Forge lets an app define 25 tables a minute, so the last
 * of them are made a minute after the first.
 */
export async function madeOf(
  database: Database,
  collections: readonly Collection[],
): Promise<readonly Collection[]> {
  const noted = await readNotes(database);
  return collections.filter(({ name }) => noted.has(tableName(name)));
}

/** Another run may have noted the same. */
async function note(database: Database, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const rows = names.map((name) => ({ note: name }));
  await database.insertInto(notes).ignore().values(rows).execute();
}

/** A name for the shape of a table: a table that an earlier version began is completed part by part. */
function shapeOf({ name, create }: Table): string {
  let hash = 5381;
  for (const letter of create) hash = (hash * 33 + (letter.codePointAt(0) ?? 0)) % 2 ** 31;
  return `${name} as ${hash.toString(36)}`;
}

async function makeTable(
  database: Database,
  table: Table,
  noted: ReadonlySet<string>,
): Promise<void> {
  const shape = shapeOf(table);
  const isBegunOtherwise = [...noted].some(
    (begun) => begun.startsWith(`${table.name} as `) && begun !== shape,
  );
  await note(database, noted.has(shape) ? [] : [shape]);
  await sql.raw(table.create).execute(database);
  if (isBegunOtherwise) await addParts(database, table.parts);
  await note(database, [...table.parts.map(({ name }) => name), table.name]);
}

const complete = (database: Database, table: Table, noted: ReadonlySet<string>): Promise<void> =>
  noted.has(table.name)
    ? addParts(
        database,
        table.parts.filter(({ name }) => !noted.has(name)),
      )
    : makeTable(database, table, noted);

async function addParts(database: Database, parts: readonly Part[]): Promise<void> {
  for (const { name, add } of parts) {
    await sql.raw(add).execute(database);
    await note(database, [name]);
  }
}

/** The container of the community, which always exists. */
const community = {
  id: 1,
  name: communityContainer,
  access: 'open',
  space: '',
  maker: 0,
  group_id: 0,
};

export async function migrate(
  database: Database,
  collections: readonly Collection[],
): Promise<void> {
  checkCollections(collections);
  const noted = await notedBy(database);
  const tables = tablesOf(collections);
  // A function has less than half a minute, and a definition may take a second.
  for (let first = 0; first < tables.length; first += tablesAtOnce) {
    const some = tables.slice(first, first + tablesAtOnce);
    await Promise.all(some.map((table) => complete(database, table, noted)));
    // Before the other tables: where a call ends here, those that follow find out which tables are missing, while
    // without the community they would find nothing to look for.
    if (some.some(({ name }) => name === 'containers') && !noted.has('community')) {
      await database.insertInto('containers').ignore().values(community).execute();
      await note(database, ['community']);
    }
  }
}
