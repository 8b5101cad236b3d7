/** Reading around rows of megabytes, which somebody wrote by hand. */
import { answerOf } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askIn, isTooLong } from './ask.ts';
import type { Row } from './row.ts';
import type { RowsIn } from './rows-in.ts';
import type { ListReading } from './list-reading.ts';

/** Up to this many rows are asked for one by one. */
const mostSingles = 25;
const perQuestion = 60;
const mostTurns = 4;

const chunked = (ids: readonly number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size),
  );

/** In parts, so that a part with a long row in it is soon that row alone. */
const partsOf = (ids: readonly number[]): number[][] =>
  chunked(ids, ids.length <= mostSingles ? 1 : Math.min(perQuestion, Math.ceil(ids.length / 6)));

/** Asks for the ids alone, then for the rows in ever smaller parts. A row that is too long by itself is left out. */
export async function* shortRows(
  reading: ListReading,
  ask: (select: readonly string[]) => RestRequest,
  select: readonly string[],
): Talk<RowsIn> {
  const [outcome] = yield [ask(['Id'])];
  const ids = answerOf<readonly Pick<Row, 'Id'>[]>(outcome).map(({ Id }) => Id);
  const found = new Map<number, Row>();
  let leftOut = 0;
  let open = partsOf(ids);
  for (let turn = 0; open.length > 0 && turn < mostTurns; turn += 1) {
    const outcomes = yield open.map((part) =>
      askIn(reading.list, {
        select,
        column: 'ID',
        type: 'Counter',
        values: part.map(String),
        order: 'ascending',
        top: part.length,
      }),
    );
    const parts = open;
    open = [];
    for (const [at, part] of parts.entries()) {
      if (!isTooLong(outcomes[at])) {
        for (const row of answerOf<readonly Row[]>(outcomes[at])) found.set(row.Id, row);
      } else if (part.length > 1) open.push(...partsOf(part));
      else leftOut += 1;
    }
  }
  const { missing } = reading;
  leftOut += open.flat().length;
  if (leftOut > 0) missing.leftOut = (missing.leftOut ?? 0) + leftOut;
  const rows = ids.map((id) => found.get(id)).filter((row) => row !== undefined);
  return { rows, length: ids.length };
}
