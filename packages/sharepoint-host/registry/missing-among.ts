/** Which of many containers nobody made, in one question. */
import type { ContainerId } from '@kantine/core';
import { columns, digestOf } from '../schema/index.ts';
import { askIn, isTooMany, rowsToCount } from '../store/ask.ts';
import { answerOf, asForbidden } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';

/** Most values of one question. */
const perQuestion = 60;

/**
 * Each container has a row of each of its makers; anybody may write more of them by hand.
 * @returns the containers that were found, and those of which the answer tells nothing
 */
export async function* foundAmong(
  list: string,
  containers: readonly ContainerId[],
): Talk<{ readonly found: readonly ContainerId[]; readonly open: readonly ContainerId[] }> {
  const asked = containers.slice(0, perQuestion);
  const beyond = containers.slice(perQuestion);
  const slots = await Promise.all(asked.map((container) => digestOf('container', container)));
  const [outcome] = yield [
    askIn(list, {
      select: ['Id', columns.slot],
      column: columns.slot,
      type: 'Text',
      values: slots,
      order: 'ascending',
      top: rowsToCount,
    }),
  ];
  if (isTooMany(outcome)) return { found: [], open: containers };
  try {
    const rows = answerOf<readonly Readonly<Record<string, unknown>>[]>(outcome);
    const there = new Set(rows.map((row) => row[columns.slot]));
    const [found, rest] = [true, false].map((is) =>
      asked.filter((_, at) => there.has(slots[at]) === is),
    ) as [ContainerId[], ContainerId[]];
    return { found, open: rows.length < rowsToCount ? beyond : [...rest, ...beyond] };
  } catch (error) {
    throw asForbidden(error, containers[0] ?? '');
  }
}
