/** Answers several questions with one statement, once it is known that all of them may be asked. */
import { assertAnswerable, Forbidden, keyOfValue } from '@kantine/core';
import type { Answers, Counts, CountQuery, Query, Rows, RowsQuery } from '@kantine/core';
import type { Gate, Place } from '../access/index.ts';
import { idText, reactionsTable } from '../schema/index.ts';
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';
import { idNumber } from '../schema/index.ts';
import { list, together } from './branch.ts';
import type { AnswerRow, Placed } from './branch.ts';
import { compare, cursorOf, positionOf } from './cursor.ts';
import { commentsIn, reactionSource } from './reaction-source.ts';
import type { PostOfComment } from './reaction-source.ts';
import { recordCounts } from './record-counts.ts';
import { recordRows } from './record-rows.ts';
import type { Found, Home, Source } from './source.ts';
import { guard } from './guard.ts';

const recordSource: Source = { ...recordRows, ...recordCounts };

const isAboutReactions = ({ collection }: Query): boolean =>
  collection.name === reactionsTable.name;

export async function readAll<const Queries extends readonly Query[]>(
  database: Database,
  gate: Gate,
  queries: Queries,
): Promise<Answers<Queries>> {
  for (const query of queries) assertAnswerable(query);
  const cursors = queries.map((query) => cursorIn(query));
  if (queries.length === 0) return [] as unknown as Answers<Queries>;
  // Asked in one breath, so that the gate answers with one statement; whether the reader may see
  // anything is looked at before any row is.
  const [places, guarded] = await Promise.all([
    gate.places(queries.map(({ container }) => container)),
    Promise.all(queries.map((query) => guard(gate, query))),
  ]);
  for (const [at, { right }] of places.entries()) {
    if (right === 'none') throw new Forbidden(queries[at]?.container ?? '');
  }
  const homes = queries.map(({ container }, at) => homeOf(container, places[at]));
  const source = await sourcesFor(database, queries, homes);
  const placed = guarded.flatMap((query, at) => branches(source(query), query, at, homes, cursors));
  const rows = placed.length === 0 ? [] : (await together(placed).execute(database)).rows;
  const answers = queries.map((query, at) => {
    const home = homes[at];
    const own = home ? rows.filter(({ q }) => Number(q) === at) : [];
    return query.kind === 'count'
      ? countsIn(source(query), query, own)
      : pageIn(source(query), query, home, own);
  });
  return answers as unknown as Answers<Queries>;
}

const homeOf = (container: string, place: Place | undefined): Home | undefined =>
  place?.id === undefined ? undefined : { container, id: place.id };

/** Where a query goes on. A cursor that no page gave is refused before anybody is asked. */
function cursorIn(query: Query): readonly number[] | undefined {
  if (query.kind === 'count' || query.cursor === undefined) return undefined;
  const source = isAboutReactions(query) ? reactionSource(() => undefined) : recordSource;
  return positionOf(query.cursor, source.depth(query));
}

/** Reactions to comments lie with those to their post, so that has to be known first. */
async function sourcesFor(
  database: Database,
  queries: readonly Query[],
  homes: readonly (Home | undefined)[],
): Promise<(query: Query) => Source> {
  const posts = new Map<string, PostOfComment>();
  for (const [at, query] of queries.entries()) {
    const home = homes[at];
    const comments = home && isAboutReactions(query) ? commentsIn(query) : [];
    if (!home || comments.length === 0) continue;
    const ids = comments.map(idNumber).filter((id) => id !== undefined);
    const found = await sql<{
      id: number | string;
      post: string;
    }>`SELECT r._id AS id, CAST(r.post AS CHAR) AS post
      FROM comments AS r
      WHERE r._container = ${sql.lit(home.id)} AND r._id IN (${list(ids)})`.execute(database);
    const postOf = new Map(found.rows.map(({ id, post }) => [idText(Number(id)), idNumber(post)]));
    posts.set(query.container, (comment) => postOf.get(comment));
  }
  return (query) =>
    isAboutReactions(query)
      ? reactionSource((comment) => posts.get(query.container)?.(comment))
      : recordSource;
}

function branches(
  source: Source,
  query: Query,
  question: number,
  homes: readonly (Home | undefined)[],
  cursors: readonly (readonly number[] | undefined)[],
): Placed[] {
  const home = homes[question];
  if (!home) return [];
  return query.kind === 'count'
    ? source.counts(query, home).map((branch, value) => ({ question, value, branch }))
    : source.rows(query, home, cursors[question]).map((each) => ({ question, ...each }));
}

function countsIn(source: Source, query: CountQuery, rows: readonly AnswerRow[]): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { value, key, number } = source.counted(query, row);
    if (key !== undefined && key !== keyOfValue(value)) continue;
    counts.set(value, (counts.get(value) ?? 0) + number);
  }
  return counts;
}

/** The rows of each value in the order of the index, and no more of them than asked for. */
function pageIn(
  source: Source,
  query: RowsQuery,
  home: Home | undefined,
  rows: readonly AnswerRow[],
): Rows<unknown> {
  if (!home) return { records: [] };
  const sign = query.order === 'ascending' ? 1 : -1;
  const found = rows
    .map((row) => source.found(query, home, row))
    .sort((a, b) => a.value - b.value || sign * compare(a.position, b.position));
  const kept = found.filter(({ value }, at) => found[at - query.limit]?.value !== value);
  const last = kept.at(-1);
  const records = kept.map(({ record }) => record);
  const isWhole = query.in !== undefined || found.length <= query.limit;
  return isWhole ? { records } : { records, cursor: cursorAt(last) };
}

const cursorAt = (last: Found | undefined): string => cursorOf(last?.position ?? []);
