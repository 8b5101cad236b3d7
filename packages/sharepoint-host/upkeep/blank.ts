/** Setting fields of a row, whoever wrote it. */
import { Conflict, NotFound } from '@kantine/core';
import { isBlanked } from '@kantine/core/upkeep';
import { isTooLong } from '../store/ask.ts';
import { fieldColumns } from '../store/field-columns.ts';
import { isItemId, recordColumns, recordIn } from '../store/row.ts';
import type { Fields, Row } from '../store/row.ts';
import { answerIfThere, answerOf, get, isRefusal, merge } from '../wire/index.ts';
import { isOf } from './owned-lists.ts';
import type { OwnedList } from './owned-lists.ts';

/** How often a row is looked at again that its author changed meanwhile. */
const mostAttempts = 5;

/** SharePoint stamps who changed it and when; author and time of creation stay. @throws NotFound, Conflict */
export async function blankRow(
  list: OwnedList | undefined,
  id: string,
  fields: Fields,
): Promise<void> {
  const gone = new NotFound(`${list?.collection.name ?? ''} ${id}`);
  if (!list) throw gone;
  const path = `${list.path}/items(${isItemId(id) ? id : 0})`;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const [outcome] = await list.ask([get(`${path}?$select=${recordColumns.join(',')}`)]);
    const row = isTooLong(outcome) ? undefined : answerIfThere<Row>(outcome);
    const record = row && (await isOf(list, row)) ? recordIn(row, list) : undefined;
    if (!record) throw gone;
    if (isBlanked(record, fields)) return;
    const before = record.fields as Fields;
    const { collection, container } = list;
    const body = await fieldColumns(collection, container, { ...before, ...fields }, before);
    const [done] = await list.wire.write([merge(path, body, record.version)]);
    if (done?.ok === false && isRefusal(done.error, 412)) continue;
    answerOf(done);
    return;
  }
  throw new Conflict(`${list.collection.name} ${id}`);
}
