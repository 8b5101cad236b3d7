/** The rows of one value of an index, in its order, past whatever does not belong there. */
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf, hasCode, thresholdCode } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { askPage, mostRows } from './ask.ts';
import { boundsOf, filteredPage, orderedPage, stands } from './partition-pages.ts';
import type { Partition, Placed } from './partition-pages.ts';
import { prove } from './prove.ts';
import type { Row } from './row.ts';
import { readWindows } from './windows.ts';

const rowsInPassing = 1_000;

/**
 * A value's rows are found by a filter, which SharePoint answers up to 5,000 matches. Beyond them, and
 * for the whole of a container, the index column is read in its own order from where the value
 * starts; that takes no filter, so any number of rows will do.
 */
export async function* readPartition(partition: Partition): Talk<readonly Placed[]> {
  const { query, index, order, value, limit, range } = partition;
  const digest = await partitionDigest(query.container, query.index, value);
  const isByNumber = index.order !== 'created';
  const inBounds = boundsOf(partition, digest);
  let isFiltered = index.partition !== undefined || (!isByNumber && range !== undefined);
  let after = partition.after;
  const found: Placed[] = [];
  for (;;) {
    // Rows of other times have to be passed over where no filter keeps them out.
    const isPassing = !isFiltered && !isByNumber && range !== undefined;
    const top = isPassing ? rowsInPassing : Math.min(limit - found.length, mostRows);
    const page = isFiltered
      ? filteredPage(partition, digest, after, top)
      : orderedPage(partition, inBounds, after, top);
    const [outcome] = yield [askPage(partition.list, page)];
    if (outcome && !outcome.ok && hasCode(outcome.error, thresholdCode)) {
      // Without an index the column has no order that could be read on in.
      if (!isFiltered) return yield* readWindows(partition);
      isFiltered = false;
      continue;
    }
    const rows = answerOf<readonly Row[]>(outcome);
    const records = yield* prove(partition.list, rows, query);
    for (const [at, row] of rows.entries()) {
      const text = String(row[indexColumn(query.collection, query.index)]);
      if (text < inBounds.low || text > inBounds.high) return found;
      after = { id: row.Id, text };
      const record = records[at];
      if (!record || !stands(record, text, partition, digest)) continue;
      const isInRange = isByNumber ? 0 : sideOf(record.created, range);
      // Rows come in the order of their creation: behind the range there are no more of it.
      if (isInRange === (order === 'ascending' ? 1 : -1)) return found;
      if (isInRange === 0) found.push({ record, position: after });
      if (found.length >= limit) return found;
    }
    if (rows.length < top) return found;
  }
}

/** -1 before a range, 0 within, 1 behind. */
function sideOf(created: number, range: Partition['range']): -1 | 0 | 1 {
  if (range?.from !== undefined && created < range.from) return -1;
  return range?.to !== undefined && created > range.to ? 1 : 0;
}
