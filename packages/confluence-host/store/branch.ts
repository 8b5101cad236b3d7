/**
 * Many queries in one statement: each is one or several SELECTs of the same columns, put together with
 * UNION ALL. Each SELECT is a derived table of its own, so that it keeps its order and its limit.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Database } from '../sql/index.ts';

export type Sql = RawBuilder<unknown>;

/** A row of the answer. Every column may come as text, since UNION gives a column one type. */
export interface AnswerRow {
  /** The position of the query that it answers. */
  readonly q: number | string;
  /** The position among the query's values. */
  readonly b: number | string;
  /** The record's id, or how many rows a count found. */
  readonly id: number | string;
  readonly account: string | null;
  readonly record_key: string | null;
  readonly changed: number | string | null;
  readonly [field: `c${number}`]: string | number | null;
}

export interface Branch {
  readonly id: Sql;
  readonly author: Sql;
  readonly key: Sql;
  readonly changed: Sql;
  /** The fields, as text. */
  readonly fields: readonly Sql[];
  /** Everything from FROM on. */
  readonly rest: Sql;
}

/** A SELECT, and the query and value that its rows answer. */
export interface AskedBranch {
  readonly question: number;
  readonly value: number;
  readonly branch: Branch;
  /** How many rows its query wants of all of its branches together: those with the greatest ids. */
  readonly most?: number;
}

export const nothing = sql`NULL`;
export const asText = (column: Sql): Sql => sql`CAST(${column} AS CHAR)`;
export const column = (name: string): Sql => sql`r.${sql.id(name)}`;
export const and = (conditions: readonly Sql[]): Sql => sql.join(conditions, sql` AND `);
export const list = (values: readonly (string | number)[]): Sql => sql.join(values);
/** The number of a person whose account is known. */
export const personOf = (account: string): Sql =>
  sql`(SELECT id FROM people WHERE account = ${account})`;

function select({ question, value, branch }: AskedBranch, width: number): Sql {
  const fields = Array.from({ length: width }, (_, position) => {
    const field = branch.fields[position] ?? nothing;
    return sql`${field} AS ${sql.id(`c${position}`)}`;
  });
  const columns = [
    sql`${sql.lit(question)} AS q`,
    sql`${sql.lit(value)} AS b`,
    sql`${branch.id} AS id`,
    sql`${branch.author} AS author`,
    sql`${branch.key} AS record_key`,
    sql`${branch.changed} AS changed`,
    ...fields,
  ];
  const name = sql.id(`t${question}_${value}`);
  return sql`SELECT * FROM (SELECT ${sql.join(columns)} ${branch.rest}) AS ${name}`;
}

/** All branches of one question; where it wants some rows of all of them together, these alone. */
function selectAll(question: number, branches: readonly AskedBranch[], width: number): Sql {
  const union = sql.join(
    branches.map((each) => select(each, width)),
    sql` UNION ALL `,
  );
  const most = branches[0]?.most;
  if (most === undefined) return union;
  const [inner, outer] = [sql.id(`n${question}`), sql.id(`m${question}`)];
  // One row more than wanted tells whether there are others.
  const limit = sql.lit(most + 1);
  return sql`SELECT * FROM (SELECT * FROM (${union}) AS ${inner} ORDER BY id DESC LIMIT ${limit}) AS ${outer}`;
}

/** One statement for all of them. The accounts of authors are looked up once, for the rows that are left. */
export function unionOf(placed: readonly AskedBranch[]): RawBuilder<AnswerRow> {
  const width = Math.max(...placed.map(({ branch }) => branch.fields.length));
  const questions = [...new Set(placed.map(({ question }) => question))];
  const all = questions.map((question) => {
    const branches = placed.filter((each) => each.question === question);
    return selectAll(question, branches, width);
  });
  return sql<AnswerRow>`SELECT u.*, CAST(p.account AS CHAR) AS account
    FROM (${sql.join(all, sql` UNION ALL `)}) AS u
    LEFT JOIN people AS p ON p.id = u.author`;
}

/** The one row of a branch, if there is one. */
export async function readOne(database: Database, branch: Branch): Promise<AnswerRow | undefined> {
  const { rows } = await unionOf([{ question: 0, value: 0, branch }]).execute(database);
  return rows[0];
}
