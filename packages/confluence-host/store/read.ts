/** Answers several queries with one statement, after the gate has allowed all of them. */
import { assertAnswerable, Forbidden, keyOfValue } from '@kantine/core';
import type {
  Answers,
  ContainerQuery,
  Counts,
  CountQuery,
  Newest,
  NewestQuery,
  Query,
  Rows,
  RowsQuery,
} from '@kantine/core';
import type { Gate } from '../access/index.ts';
import type { ChoiceLayout, ChoiceLayouts } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import type { AnswerRow, AskedBranch } from './branch.ts';
import { choiceSelects, innerMessagesIn } from './choice-selects.ts';
import { recordsOfInner } from './choice-records.ts';
import { compare, cursorOf, positionOf } from './cursor.ts';
import type { Position } from './cursor.ts';
import type { SendBranches } from './gathered.ts';
import { byAuthorOnly, guard, leavesOutOthers, noteFound, withoutHeld } from './guard.ts';
import { recordCounts } from './record-counts.ts';
import { recordRows } from './record-rows.ts';
import { everyRow } from './table-selects.ts';
import type { Found, ContainerRow, TableSelects } from './table-selects.ts';

const recordSelects: TableSelects = { ...recordRows, ...recordCounts };

export interface ReadOptions {
  readonly database: Database;
  readonly gate: Gate;
  readonly choices: ChoiceLayouts;
  readonly send: SendBranches;
  readonly now: () => number;
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
  for (const query of queries) cursorIn(choices, query);
  if (queries.length === 0) return [] as unknown as Answers<Queries>;
  const parts = queries.flatMap(partsOf);
  // Asked at the same moment, so that the gate answers with one statement. No row is read before the
  // gate has answered.
  const [access, guarded, haveOthers] = await Promise.all([
    gate.accessTo(parts.map(({ query }) => query.container)),
    Promise.all(parts.map(({ query }) => guard(gate, query))),
    Promise.all(parts.map(({ query }) => leavesOutOthers(gate, query))),
  ]);
  const asked = await Promise.all(
    parts.map(async (part, at): Promise<Asked> => {
      const { right, isOwnOnly, id } = access[at] ?? { right: 'none' };
      const { container: name } = part.query;
      if (right === 'none') throw new Forbidden(name);
      const query = withoutHeld(guarded[at] ?? part.query, gate.person, options.now());
      const container = id === undefined ? undefined : { name, id };
      return {
        ...part,
        container,
        hasOthers: haveOthers[at] ?? false,
        limited: isOwnOnly ? byAuthorOnly(query, gate.person) : query,
        selects: await selectsFor(options, part.query, container),
      };
    }),
  );
  const placed = asked.flatMap((each) => askedBranches(choices, each));
  const rows = placed.length === 0 ? [] : await send(placed);
  return queries.map((query, question) => {
    const own = rows.filter(({ q }) => Number(q) === question);
    const about = asked.filter((each) => each.question === question);
    if (query.kind === 'newest') return newestIn(query, about, own);
    return answerIn(gate, about[0] as Asked, own);
  }) as unknown as Answers<Queries>;
}

/** A query about one container: a whole question, or a part of one about many. */
interface Part {
  readonly question: number;
  readonly query: ContainerQuery;
  /** Its position among the parts of its question. */
  readonly position: number;
  /** How many rows its question wants of all of its parts together, where there are several. */
  readonly most?: number;
  readonly areStamps?: boolean;
}

function partsOf(query: Query, question: number): readonly Part[] {
  if (query.kind !== 'newest') return [{ question, query, position: 0 }];
  const { collection, of, author, since, until, limit } = query;
  return [...new Set(query.containers)].map((container, position) => ({
    question,
    position,
    most: limit,
    areStamps: query.stamps === true,
    query: {
      kind: 'rows',
      collection,
      container,
      index: of?.index ?? everyRow,
      ...(of ? { eq: of.eq } : {}),
      ...(author === undefined ? {} : { author }),
      range: { from: since, ...(until === undefined ? {} : { to: until }) },
      order: 'descending',
      limit,
    },
  }));
}

/** A part after the gate has allowed it. */
interface Asked extends Part {
  /** The query, limited to the rows that the reader may see. */
  readonly limited: ContainerQuery;
  readonly container: ContainerRow | undefined;
  /** Whether the answer leaves out what is elsewhere. */
  readonly hasOthers: boolean;
  readonly selects: TableSelects;
}

function answerIn(
  gate: Gate,
  { query, container, selects, hasOthers }: Asked,
  rows: readonly AnswerRow[],
): Counts | Rows<unknown> {
  if (query.kind === 'count') return countsIn(selects, query, container ? rows : []);
  const page = pageIn(selects, query, container, rows);
  noteFound(gate, query, page.records);
  return hasOthers ? { ...page, elsewhere: true } : page;
}

function newestIn(
  { limit, stamps }: NewestQuery,
  parts: readonly Asked[],
  rows: readonly AnswerRow[],
): Newest<unknown> {
  const found = rows
    .toSorted((one, other) => Number(other.id) - Number(one.id))
    .flatMap((row) => {
      const part = parts[Number(row.b)];
      if (!part?.container) return [];
      const { query, container, selects } = part;
      const { record } = selects.found(query as RowsQuery, container, row);
      return [stamps ? { ...record, fields: undefined } : record];
    })
    // Those of records are in this order; those of choices follow from when they were made.
    .sort((one, other) => other.created - one.created);
  return { records: found.slice(0, limit), complete: found.length <= limit };
}

/** The position after which a query goes on. A cursor that no page gave is refused before any request. */
function cursorIn(choices: ChoiceLayouts, query: Query): Position | undefined {
  if (query.kind !== 'rows' || query.cursor === undefined) return undefined;
  const layout = layoutFor(choices, query);
  const selects = layout ? choiceSelects(layout, () => undefined) : recordSelects;
  return positionOf(query.cursor, selects.depth(query));
}

/** Choices about inner messages are stored by the record, so the record has to be known first. */
async function selectsFor(
  { database, choices }: ReadOptions,
  query: ContainerQuery,
  container: ContainerRow | undefined,
): Promise<TableSelects> {
  const layout = layoutFor(choices, query);
  if (!layout) return recordSelects;
  const messages = innerMessagesIn(layout, query);
  if (!container || !layout.inner || messages.length === 0)
    return choiceSelects(layout, () => undefined);
  return choiceSelects(layout, await recordsOfInner(database, layout.inner, container, messages));
}

function askedBranches(choices: ChoiceLayouts, asked: Asked): AskedBranch[] {
  const { limited, query, question, position, container, selects, most, areStamps } = asked;
  if (!container) return [];
  if (limited.kind === 'count') {
    return selects.counts(limited, container).map((branch, value) => ({ question, value, branch }));
  }
  const all = selects.rows(limited, container, cursorIn(choices, query));
  if (most === undefined) return all.map((each) => ({ question, ...each }));
  return all.map(({ branch }) => ({
    question,
    value: position,
    branch: areStamps === true ? { ...branch, fields: [] } : branch,
    most,
  }));
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
  if (query.limitOf === 'all') {
    const records = found.slice(0, query.limit).map(({ record }) => record);
    return found.length > query.limit ? { records, incomplete: true } : { records };
  }
  const kept = found.filter(({ value }, at) => found[at - query.limit]?.value !== value);
  const last = kept.at(-1);
  const records = kept.map(({ record }) => record);
  const isWhole = query.in !== undefined || found.length <= query.limit;
  return isWhole ? { records } : { records, cursor: cursorAt(last) };
}

const cursorAt = (last: Found | undefined): string => cursorOf(last?.position ?? []);
