/** The rows of one value of an index, in its order, past whatever does not belong there. */
import { indexColumn, partitionDigest } from '../schema/index.ts';
import type { RestRequest, Outcome, Talk } from '../wire/index.ts';
import { askPage, isTooMany, mostRows } from './ask.ts';
import { boundsOf, counting, filteredPage, orderedPage, stands } from './partition-pages.ts';
import type { Found, Partition, PositionedRecord } from './partition-pages.ts';
import { prove } from './prove.ts';
import { authorOf } from './row.ts';
import { rowsIn } from './rows-in.ts';
import type { ListReading } from './list-reading.ts';

const rowsInPassing = 1_000;
/** How many rows are asked for where some of the first ones were no records. */
const rowsBetween = 100;
/** How many are counted at first, where some may be too long. */
const rowsAtFirst = 200;
/** Questions after which reading goes on only where it finds something. */
const mostIdle = 2;

/**
 * A value's rows are found by a filter, which SharePoint answers up to 5,000 matches. Beyond them, and
 * for the whole of a container, the index column is read in its own order from where the value
 * starts; that takes no filter, so any number of rows will do. A page takes two questions, whatever rows it
 * meets. Counting, and passing over other times, goes on while half of the rows are records.
 *
 * @param first what the question for the first page was answered, if it was asked.
 */
export async function* readPartition(
  reading: ListReading,
  partition: Partition,
  first?: Outcome,
): Talk<Found> {
  const { query, index, order, value, limit, range, crowd } = partition;
  const digest = await partitionDigest(query, query.index, value);
  const isByNumber = index.order !== 'created';
  const inBounds = boundsOf(partition, digest);
  let isFiltered =
    crowd === undefined &&
    (index.partition !== undefined ||
      authorOf(query) !== undefined ||
      (!isByNumber && range !== undefined));
  let after = partition.after;
  let wanted = crowd ?? Math.min(limit, rowsAtFirst);
  let asked = crowd === undefined ? 0 : 1;
  let known = first;
  let read = 0;
  let within = 0;
  let sound = 0;
  let placed: readonly PositionedRecord[] = [];
  for (;;) {
    // Rows of other times have to be passed over where no filter keeps them out.
    const isPassing = !isFiltered && !isByNumber && range !== undefined;
    const top = isPassing ? rowsInPassing : Math.min(wanted, mostRows);
    const page = isFiltered
      ? filteredPage(partition, digest, after, top)
      : orderedPage(partition, inBounds, after, top);
    const ask = (select: readonly string[]): RestRequest =>
      askPage(reading.list, { ...page, select });
    const outcome = known ?? (yield [ask(page.select)])[0];
    known = undefined;
    asked += 1;
    wanted = Math.max(limit - placed.length, rowsBetween);
    if (isTooMany(outcome)) {
      if (!isFiltered) {
        // Without an index the column has no order that could be read on in.
        const { readWindows } = await import(/* webpackChunkName: 'crowded' */ './windows.ts');
        return yield* readWindows(reading, partition);
      }
      isFiltered = false;
      continue;
    }
    const { rows, length, last } = yield* rowsIn(reading, outcome, ask, page.select);
    const records = yield* prove(reading, rows, query);
    const more: PositionedRecord[] = [];
    let isAtEnd = length < top;
    for (const [at, row] of rows.entries()) {
      const text = String(row[indexColumn(query.collection, query.index)]);
      if (text < inBounds.low || text > inBounds.high) {
        isAtEnd = true;
        break;
      }
      after = { id: row.Id, text };
      within += 1;
      const record = records[at];
      if (!record || !stands(record, text, partition, digest)) continue;
      sound += 1;
      const side = isByNumber ? 0 : sideOf(record.created, range);
      // Rows come in the order of their creation: behind the range there are no more of it.
      isAtEnd ||= side === (order === 'ascending' ? 1 : -1);
      if (side === 0) more.push({ record, position: after });
    }
    // Behind rows that are too long reading goes on, too; what is ordered by a number has not told it.
    if (rows.length < length && last !== undefined && !isByNumber) {
      after = { id: last, text: digest };
    }
    placed = counting([...placed, ...more]);
    read += length;
    if (crowd !== undefined && within > rowsBetween && sound * 2 < within) reading.isFlooded = true;
    if (isAtEnd || placed.length >= limit) return { placed: placed.slice(0, limit) };
    const isFinding = (limit === Infinity || isPassing) && sound * 2 >= read;
    if (asked >= mostIdle && !isFinding) {
      reading.missing.incomplete = true;
      // A forged text instead of a number leads nowhere.
      return { placed, stopped: isByNumber ? placed.at(-1)?.position : after };
    }
  }
}

/** -1 before a range, 0 within, 1 behind. */
function sideOf(created: number, range: Partition['range']): -1 | 0 | 1 {
  if (range?.from !== undefined && created < range.from) return -1;
  return range?.to !== undefined && created > range.to ? 1 : 0;
}
