/** Answers several queries with one statement, after the gate has allowed all of them. */
import { assertAnswerable, Forbidden, keyOfValue } from '@kantine/core';
import type { Answers, Counts, CountQuery, Query, Rows, RowsQuery } from '@kantine/core';
import type { Gate, Place } from '../access/index.ts';
import type { ChoiceLayout, ChoiceLayouts } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { together } from './branch.ts';
import type { AnswerRow, Placed } from './branch.ts';
import { choiceSource, innerMessagesIn } from './choice-source.ts';
import { recordsOfInner } from './choice-records.ts';
import { compare, cursorOf, positionOf } from './cursor.ts';
import type { Position } from './cursor.ts';
import { guard } from './guard.ts';
import { recordCounts } from './record-counts.ts';
import { recordRows } from './record-rows.ts';
import type { Found, Home, Source } from './source.ts';

const recordSource: Source = { ...recordRows, ...recordCounts };

export interface ReadOptions {
  readonly database: Database;
  readonly gate: Gate;
  readonly choices: ChoiceLayouts;
}

const layoutFor = (choices: ChoiceLayouts, { collection }: Query): ChoiceLayout | undefined =>
  choices.get(collection.name);

/** @throws Forbidden where the reader may not read one of the containers, RangeError */
export async function readAll<const Queries extends readonly Query[]>(
  options: ReadOptions,
  queries: Queries,
): Promise<Answers<Queries>> {
  const { database, gate, choices } = options;
  for (const query of queries) assertAnswerable(query);
  const cursors = queries.map((query) => cursorIn(choices, query));
  if (queries.length === 0) return [] as unknown as Answers<Queries>;
  // Asked at the same moment, so that the gate answers with one statement. No row is read before the
  // gate has answered.
  const [places, guarded] = await Promise.all([
    gate.places(queries.map(({ container }) => container)),
    Promise.all(queries.map((query) => guard(gate, query))),
  ]);
  for (const [at, { right }] of places.entries()) {
    if (right === 'none') throw new Forbidden(queries[at]?.container ?? '');
  }
  const homes = queries.map(({ container }, at) => homeOf(container, places[at]));
  const sources = await Promise.all(
    queries.map((query, at) => sourceFor(options, query, homes[at])),
  );
  const placed = sources.flatMap((source, at) => {
    const [query, home, after] = [guarded[at] as Query, homes[at], cursors[at]];
    return placedBranches(source, { query, question: at, home, after });
  });
  const rows = placed.length === 0 ? [] : (await together(placed).execute(database)).rows;
  const answers = sources.map((source, at) => {
    const [query, home] = [queries[at] as Query, homes[at]];
    const own = home ? rows.filter(({ q }) => Number(q) === at) : [];
    return query.kind === 'count' ? countsIn(source, query, own) : pageIn(source, query, home, own);
  });
  return answers as unknown as Answers<Queries>;
}

const homeOf = (container: string, place: Place | undefined): Home | undefined =>
  place?.id === undefined ? undefined : { container, id: place.id };

/** The position after which a query goes on. A cursor that no page gave is refused before any request. */
function cursorIn(choices: ChoiceLayouts, query: Query): Position | undefined {
  if (query.kind === 'count' || query.cursor === undefined) return undefined;
  const layout = layoutFor(choices, query);
  const source = layout ? choiceSource(layout, () => undefined) : recordSource;
  return positionOf(query.cursor, source.depth(query));
}

/** Choices about inner messages are stored by the record, so the record has to be known first. */
async function sourceFor(
  { database, choices }: ReadOptions,
  query: Query,
  home: Home | undefined,
): Promise<Source> {
  const layout = layoutFor(choices, query);
  if (!layout) return recordSource;
  const messages = innerMessagesIn(layout, query);
  if (!home || !layout.inner || messages.length === 0) return choiceSource(layout, () => undefined);
  return choiceSource(layout, await recordsOfInner(database, layout.inner, home, messages));
}

interface Asked {
  readonly query: Query;
  readonly question: number;
  readonly home: Home | undefined;
  readonly after: Position | undefined;
}

function placedBranches(source: Source, { query, question, home, after }: Asked): Placed[] {
  if (!home) return [];
  return query.kind === 'count'
    ? source.counts(query, home).map((branch, value) => ({ question, value, branch }))
    : source.rows(query, home, after).map((each) => ({ question, ...each }));
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
