/** Reading a list that is too long for an index on the column that is asked for. */
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf, concurrently } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askPage, mostRows } from './ask.ts';
import type { Order, Position } from './ask.ts';
import { selected } from './first-page.ts';
import { counting, filterOf, stands } from './partition-pages.ts';
import type { Found, Partition, PositionedRecord } from './partition-pages.ts';
import { prove } from './prove.ts';
import type { Row } from './row.ts';
import { rowsIn } from './rows-in.ts';
import type { ListReading } from './list-reading.ts';

/** IDs are never given out twice, so a window holds no more rows than IDs. */
export const windowIds = mostRows;
export const windowsAtOnce = 8;
/** A page reads on in another request; behind these 80,000 items its reader is told. */
const mostWindows = 2 * windowsAtOnce;

/** The greatest ID of a list. */
export async function* askNewest(list: string): Talk<number> {
  const [newest] = yield [askPage(list, { select: ['Id'], order: 'descending', top: 1 })];
  return answerOf<readonly Row[]>(newest)[0]?.Id ?? 0;
}

/** Each window begins behind one of these IDs. */
export function windowsOf(last: number, order: Order): readonly number[] {
  const starts = Array.from({ length: Math.ceil(last / windowIds) }, (_, at) => at * windowIds);
  return order === 'ascending' ? starts : starts.reverse();
}

/**
 * The rows of a list that is too long for an index on this column: part by part, by ID, which SharePoint
 * always indexes; 8 parts in each request.
 */
export async function* readWindows(reading: ListReading, partition: Partition): Talk<Found> {
  const { query, index, order, limit, after } = partition;
  const digest = await partitionDigest(query, query.index, partition.value);
  const isByNumber = index.order !== 'created';
  const last = yield* askNewest(reading.list);
  const mayHold = (start: number): boolean => {
    if (!after || isByNumber) return true;
    return order === 'ascending' ? start + windowIds > after.id : start + 1 < after.id;
  };
  const all = windowsOf(last, order).filter(mayHold);
  const windows = all.slice(0, mostWindows);
  async function* readWindow(start: number): Talk<readonly Row[]> {
    const select = selected(query);
    const filter = `Id gt ${start} and Id le ${start + windowIds} and ${filterOf(partition, digest)}`;
    const ask = (names: readonly string[]): RestRequest =>
      askPage(reading.list, { select: names, filter, order, top: windowIds });
    const [outcome] = yield [ask(select)];
    return (yield* rowsIn(reading, outcome, ask, select)).rows;
  }
  let placed: readonly PositionedRecord[] = [];
  for (let first = 0; first < windows.length; first += windowsAtOnce) {
    const parts = yield* concurrently(
      windows.slice(first, first + windowsAtOnce).map((start) => readWindow(start)),
    );
    const rows = parts.flat();
    const records = yield* prove(reading, rows, query);
    const more: PositionedRecord[] = [];
    for (const [at, row] of rows.entries()) {
      const text = String(row[indexColumn(query.collection, query.index)]);
      const record = records[at];
      const position = { id: row.Id, text };
      if (!record || !stands(record, text, partition, digest)) continue;
      if (!after || isBehind(position, after, order, isByNumber)) more.push({ record, position });
    }
    placed = counting([...placed, ...more]);
    if (!isByNumber && placed.length >= limit) return { placed: placed.slice(0, limit) };
  }
  const sorted = isByNumber
    ? placed.toSorted((a, b) => compared(a.position, b.position, order))
    : placed;
  const rest = windows.length < all.length ? windows.at(-1) : undefined;
  if (rest === undefined) return { placed: sorted.slice(0, limit) };
  reading.missing.incomplete = true;
  const id = order === 'ascending' ? rest + windowIds : rest + 1;
  return {
    placed: sorted.slice(0, limit),
    ...(isByNumber ? {} : { stopped: { id, text: digest } }),
  };
}

const compared = (a: Position, b: Position, order: Order): number => {
  const [textA, textB] = [a.text ?? '', b.text ?? ''];
  const ascending = textA < textB ? -1 : textA > textB ? 1 : a.id - b.id;
  return order === 'ascending' ? ascending : -ascending;
};

const isBehind = (
  position: Position,
  after: Position,
  order: Order,
  isByNumber: boolean,
): boolean =>
  isByNumber
    ? compared(position, after, order) > 0
    : (order === 'ascending' ? position.id - after.id : after.id - position.id) > 0;
