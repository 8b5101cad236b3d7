/** Reading a list that is too long for an index on the column that is asked for. */
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf } from '../wire/index.ts';
import type { Operation, Talk } from '../wire/index.ts';
import { askPage, mostRows } from './ask.ts';
import type { Order, Position } from './ask.ts';
import { filterOf, selected, stands } from './partition-pages.ts';
import type { Partition, Placed } from './partition-pages.ts';
import { prove } from './prove.ts';
import type { Row } from './row.ts';

/** IDs are never given out twice, so a window holds no more rows than IDs. */
const windowIds = mostRows;
const windowsAtOnce = 8;

/**
 * The rows of a list that is too long for an index on this column: part by part, by ID, which SharePoint
 * always indexes. A list of a million rows takes 200 questions, 8 in each request.
 */
export async function* readWindows(partition: Partition): Talk<readonly Placed[]> {
  const { list, query, index, order, limit, after } = partition;
  const digest = await partitionDigest(query.container, query.index, partition.value);
  const isByNumber = index.order !== 'created';
  const [newest] = yield [askPage(list, { select: ['Id'], order: 'descending', top: 1 })];
  const last = answerOf<readonly Row[]>(newest)[0]?.Id ?? 0;
  const windows = Array.from({ length: Math.ceil(last / windowIds) }, (_, at) => at * windowIds);
  if (order === 'descending') windows.reverse();
  const askWindow = (start: number): Operation =>
    askPage(list, {
      select: selected(query),
      filter: `Id gt ${start} and Id le ${start + windowIds} and ${filterOf(partition, digest)}`,
      order,
      top: windowIds,
    });
  const found: Placed[] = [];
  for (let first = 0; first < windows.length; first += windowsAtOnce) {
    const outcomes = yield windows.slice(first, first + windowsAtOnce).map(askWindow);
    const rows = outcomes.flatMap((outcome) => answerOf<readonly Row[]>(outcome));
    const records = yield* prove(list, rows, query);
    for (const [at, row] of rows.entries()) {
      const text = String(row[indexColumn(query.collection, query.index)]);
      const record = records[at];
      const position = { id: row.Id, text };
      if (!record || !stands(record, text, partition, digest)) continue;
      if (!after || isBehind(position, after, order, isByNumber)) found.push({ record, position });
    }
    if (!isByNumber && found.length >= limit) break;
  }
  if (isByNumber) found.sort((a, b) => compared(a.position, b.position, order));
  return found.slice(0, limit);
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
