/** Going through a list by ID, which takes no filter and so meets no threshold. */
import type { Collection, FieldsOf, FieldSpecs, StoredRecord } from '@kantine/core';
import { mostAtOnce } from '@kantine/core/upkeep';
import type { ScanStep } from '@kantine/core/upkeep';
import { askPage, isTooLong } from '../store/ask.ts';
import { believed } from '../store/prove.ts';
import { isItemId, recordColumns } from '../store/row.ts';
import type { Row } from '../store/row.ts';
import { answerOf } from '../wire/index.ts';
import type { Outcome, RestRequest } from '../wire/index.ts';
import type { OwnedList } from './owned-lists.ts';

/** In characters: a thousand messages of some length. Beyond it a step looks at fewer rows. */
const mostCharacters = 4_000_000;

/** Many containers share a list: a step looks at a thousand rows of it, and gives those of its own. */
export async function scanRows<Specs extends FieldSpecs>(
  list: OwnedList | undefined,
  _collection: Collection<Specs>,
  after: string | undefined,
): Promise<ScanStep<FieldsOf<Specs>>> {
  if (after !== undefined && !isItemId(after)) throw new RangeError('No scan ended there.');
  if (!list) return { records: [] };
  const ask = (select: readonly string[], top: number): RestRequest => ({
    ...askPage(list.path, {
      select,
      order: 'ascending',
      top,
      ...(after === undefined ? {} : { after: { id: Number(after) } }),
    }),
    most: mostCharacters,
  });
  let top = mostAtOnce;
  let outcome: Outcome | undefined;
  [outcome] = await list.ask([ask(recordColumns, top)]);
  while (isTooLong(outcome) && top > 1) {
    top = Math.ceil(top / 4);
    [outcome] = await list.ask([ask(recordColumns, top)]);
  }
  if (isTooLong(outcome)) {
    const [alone] = await list.ask([ask(['Id'], 1)]);
    const [row] = answerOf<readonly Row[]>(alone);
    return { records: [], ...(row ? { after: String(row.Id), leftOut: 1 } : {}) };
  }
  const rows = answerOf<readonly Row[]>(outcome);
  const records = await Promise.all(rows.map((row) => believed(row, list, '')));
  const last = rows.length < top ? undefined : rows.at(-1)?.Id;
  return {
    records: records.filter((record) => record !== undefined) as StoredRecord<FieldsOf<Specs>>[],
    ...(last === undefined ? {} : { after: String(last) }),
  };
}
