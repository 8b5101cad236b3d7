/** The people whom records name, in the fields that the declarations call their subject. */
import type { Collection, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import { layoutOf } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { list } from '../store/branch.ts';

/** How far somebody has read: all people after this one are still to come. */
export interface NamedPosition {
  /** `<collection>.<field>` */
  readonly field: string;
  /** The number of a container. */
  readonly home: number;
  readonly after: PersonId;
}

interface NamedPeople {
  /** Those who are in no list of people: the authors are in one already. */
  readonly accounts: readonly PersonId[];
  /** Absent after the last page. */
  readonly next?: NamedPosition;
}

interface SubjectField {
  readonly name: string;
  readonly table: string;
  readonly column: string;
}

const subjectFields = (collections: readonly Collection[]): readonly SubjectField[] =>
  collections.flatMap((collection) =>
    collection.subject.map((column) => ({
      name: `${collection.name}.${column}`,
      table: layoutOf(collection).table,
      column,
    })),
  );

/** The position before everybody; nothing where no record names anybody. */
export function firstNamed(collections: readonly Collection[]): NamedPosition | undefined {
  const [first] = subjectFields(collections);
  return first && { field: first.name, home: 0, after: '' };
}

/** Reads the next people, field by field and container by container, each at most once there. */
export async function readNamed(
  database: Database,
  collections: readonly Collection[],
  { field, home, after }: NamedPosition,
  limit: number,
): Promise<NamedPeople> {
  const fields = subjectFields(collections);
  // A field that an earlier version had may be gone; then all are read again.
  const at = Math.max(
    fields.findIndex(({ name }) => name === field),
    0,
  );
  const subject = fields[at];
  if (!subject) return { accounts: [] };
  const named = await accountsIn(database, subject, { home, after, limit });
  const accounts = await unlisted(database, named);
  const last = named.at(-1);
  if (last !== undefined && named.length === limit) {
    return { accounts, next: { field, home, after: last } };
  }
  const nextHome = await homeAfter(database, subject, home);
  if (nextHome !== undefined) return { accounts, next: { field, home: nextHome, after: '' } };
  const nextField = fields[at + 1];
  if (!nextField) return { accounts };
  return { accounts, next: { field: nextField.name, home: 0, after: '' } };
}

async function accountsIn(
  database: Database,
  { table, column }: SubjectField,
  { home, after, limit }: { readonly home: number; readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const name = sql.id(column);
  const { rows } = await sql<{
    account: string;
  }>`SELECT CAST(${name} AS CHAR) AS account
    FROM ${sql.id(table)}
    WHERE _container = ${home} AND ${name} > ${after}
    GROUP BY ${name}
    ORDER BY ${name} LIMIT ${sql.lit(limit)}`.execute(database);
  return rows.map(({ account }) => account);
}

async function homeAfter(
  database: Database,
  { table }: SubjectField,
  home: number,
): Promise<number | undefined> {
  const { rows } = await sql<{
    home: number | string | null;
  }>`SELECT MIN(_container) AS home FROM ${sql.id(table)} WHERE _container > ${home}`.execute(
    database,
  );
  const next = rows[0]?.home ?? null;
  return next === null ? undefined : Number(next);
}

async function unlisted(
  database: Database,
  accounts: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (accounts.length === 0) return [];
  const { rows } = await sql<{
    account: string;
  }>`SELECT CAST(account AS CHAR) AS account FROM people WHERE account IN (${list(accounts)})`.execute(
    database,
  );
  const listed = new Set(rows.map(({ account }) => account));
  return accounts.filter((account) => !listed.has(account));
}
