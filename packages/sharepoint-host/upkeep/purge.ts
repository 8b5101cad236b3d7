/** Removing rows, whoever wrote them. */
import { columns } from '../schema/index.ts';
import { askIn, isTooLong } from '../store/ask.ts';
import { isItemId } from '../store/row.ts';
import type { Row } from '../store/row.ts';
import { answerIfThere, answerOf, get } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { isOf } from './owned-lists.ts';
import type { OwnedList } from './owned-lists.ts';

/** What says of which container a row is. */
const proofColumns = ['Id', 'AuthorId', columns.owner, columns.key];

/** Values of one `In`. */
const perQuestion = 60;

/** Rows that are gone, and those of other containers, are passed over. */
export async function purgeRows(
  list: OwnedList | undefined,
  ids: readonly string[],
): Promise<void> {
  if (!list) return;
  const rows = await rowsById(list, [...new Set(ids)].filter(isItemId));
  const isOurs = await Promise.all(rows.map((row) => isOf(list, row)));
  const steps = rows
    .filter((_, at) => isOurs[at])
    .map(({ Id }): RestRequest => ({
      method: 'DELETE',
      path: `${list.path}/items(${Id})`,
      version: '*',
    }));
  if (steps.length === 0) return;
  for (const outcome of await list.wire.write(steps)) answerIfThere(outcome);
}

async function rowsById(list: OwnedList, ids: readonly string[]): Promise<readonly Row[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / perQuestion) }, (_, at) =>
    ids.slice(at * perQuestion, (at + 1) * perQuestion),
  );
  const outcomes = await list.ask(
    parts.map((values) =>
      askIn(list.path, {
        select: proofColumns,
        column: 'ID',
        type: 'Counter',
        values,
        order: 'ascending',
        top: perQuestion,
      }),
    ),
  );
  // Somebody wrote a key of megabytes by hand: its neighbours are asked for one by one.
  const long = parts.flatMap((part, at) => (isTooLong(outcomes[at]) ? part : []));
  const alone = await list.wire.batch(
    long.map((id) => get(`${list.path}/items(${id})?$select=${proofColumns.join(',')}`)),
  );
  return [
    ...outcomes.filter((each) => !isTooLong(each)).flatMap((each) => answerOf<Row[]>(each)),
    ...alone.filter((each) => !isTooLong(each)).flatMap((each) => answerIfThere<Row>(each) ?? []),
  ];
}
