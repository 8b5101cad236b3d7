/** Answers several queries with one statement, after the gate has allowed all of them. */
import { assertAnswerable, Forbidden, keyOfValue } from '@kantine/core';
import type { Answers, Counts, CountQuery, Query, Rows, RowsQuery } from '@kantine/core';
import type { Gate, ContainerAccess } from '../access/index.ts';
import type { ChoiceLayout, ChoiceLayouts } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import type { AnswerRow, AskedBranch } from './branch.ts';
import { choiceSelects, innerMessagesIn } from './choice-selects.ts';
import { recordsOfInner } from './choice-records.ts';
import { compare, cursorOf, positionOf } from './cursor.ts';
import type { Position } from './cursor.ts';
import type { SendBranches } from './gathered.ts';
import { guard, leavesOutOthers, noteFound } from './guard.ts';
import { recordCounts } from './record-counts.ts';
import { recordRows } from './record-rows.ts';
import type { Found, ContainerRow, TableSelects } from './table-selects.ts';

const recordSelects: TableSelects = { ...recordRows, ...recordCounts };

export interface ReadOptions {
  readonly database: Database;
  readonly gate: Gate;
  readonly choices: ChoiceLayouts;
  readonly send: SendBranches;
}

const layoutFor = (choices: ChoiceLayouts, { collection }: Query): ChoiceLayout | undefined =>
  choices.get(collection.name);

/** @throws Forbidden where the reader may not read one of the containers, RangeError */
export async function readAll<const Queries extends readonly Query[]>(
  options: ReadOptions,
  queries: Queries,
): Promise<Answers<Queries>> {
  const { gate, choices, send } = options;
  for (const query of queries) assertAnswerable(query);
  const cursors = queries.map((query) => cursorIn(choices, query));
  if (queries.length === 0) return [] as unknown as Answers<Queries>;
  // Asked at the same moment, so that the gate answers with one statement. No row is read before the
  // gate has answered.
  const [access, guarded, haveOthers] = await Promise.all([
    gate.accessTo(queries.map(({ container }) => container)),
    Promise.all(queries.map((query) => guard(gate, query))),
    Promise.all(queries.map((query) => leavesOutOthers(gate, query))),
  ]);
  for (const [at, { right }] of access.entries()) {
    if (right === 'none') throw new Forbidden(queries[at]?.container ?? '');
  }
  const containers = queries.map(({ container }, at) => rowOfContainer(container, access[at]));
  const tables = await Promise.all(
    queries.map((query, at) => selectsFor(options, query, containers[at])),
  );
  const placed = tables.flatMap((selects, at) => {
    const [query, container, after] = [guarded[at] as Query, containers[at], cursors[at]];
    return askedBranches(selects, { query, question: at, container, after });
  });
  const rows = placed.length === 0 ? [] : await send(placed);
  const answers = tables.map((selects, at) => {
    const [query, container] = [queries[at] as Query, containers[at]];
    const own = container ? rows.filter(({ q }) => Number(q) === at) : [];
    if (query.kind === 'count') return countsIn(selects, query, own);
    const page = pageIn(selects, query, container, own);
    noteFound(gate, query, page.records);
    return haveOthers[at] ? { ...page, elsewhere: true } : page;
  });
  return answers as unknown as Answers<Queries>;
}

const rowOfContainer = (
  container: string,
  access: ContainerAccess | undefined,
): ContainerRow | undefined =>
  access?.id === undefined ? undefined : { name: container, id: access.id };

/** The position after which a query goes on. A cursor that no page gave is refused before any request. */
function cursorIn(choices: ChoiceLayouts, query: Query): Position | undefined {
  if (query.kind === 'count' || query.cursor === undefined) return undefined;
  const layout = layoutFor(choices, query);
  const selects = layout ? choiceSelects(layout, () => undefined) : recordSelects;
  return positionOf(query.cursor, selects.depth(query));
}

/** Choices about inner messages are stored by the record, so the record has to be known first. */
async function selectsFor(
  { database, choices }: ReadOptions,
  query: Query,
  container: ContainerRow | undefined,
): Promise<TableSelects> {
  const layout = layoutFor(choices, query);
  if (!layout) return recordSelects;
  const messages = innerMessagesIn(layout, query);
  if (!container || !layout.inner || messages.length === 0)
    return choiceSelects(layout, () => undefined);
  return choiceSelects(layout, await recordsOfInner(database, layout.inner, container, messages));
}

interface Asked {
  readonly query: Query;
  readonly question: number;
  readonly container: ContainerRow | undefined;
  readonly after: Position | undefined;
}

function askedBranches(
  selects: TableSelects,
  { query, question, container, after }: Asked,
): AskedBranch[] {
  if (!container) return [];
  return query.kind === 'count'
    ? selects.counts(query, container).map((branch, value) => ({ question, value, branch }))
    : selects.rows(query, container, after).map((each) => ({ question, ...each }));
}

function countsIn(selects: TableSelects, query: CountQuery, rows: readonly AnswerRow[]): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { value, key, number } = selects.counted(query, row);
    if (key !== undefined && key !== keyOfValue(value)) continue;
    counts.set(value, (counts.get(value) ?? 0) + number);
  }
  return counts;
}

/** The rows of each value in the order of the index, and no more of them than asked for. */
function pageIn(
  selects: TableSelects,
  query: RowsQuery,
  container: ContainerRow | undefined,
  rows: readonly AnswerRow[],
): Rows<unknown> {
  if (!container) return { records: [] };
  const sign = query.order === 'ascending' ? 1 : -1;
  const found = rows
    .map((row) => selects.found(query, container, row))
    .sort((a, b) => a.value - b.value || sign * compare(a.position, b.position));
  const kept = found.filter(({ value }, at) => found[at - query.limit]?.value !== value);
  const last = kept.at(-1);
  const records = kept.map(({ record }) => record);
  const isWhole = query.in !== undefined || found.length <= query.limit;
  return isWhole ? { records } : { records, cursor: cursorAt(last) };
}

const cursorAt = (last: Found | undefined): string => cursorOf(last?.position ?? []);
