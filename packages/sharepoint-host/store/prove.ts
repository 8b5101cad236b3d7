/**
 * Which rows are records. Anybody may write rows by hand; one is believed if its key columns fit its
 * container and the author that the server names, and if its author has no other row for the key.
 */
import type { ContainerId, StoredRecord } from '@kantine/core';
import { columns, mostSlots, ownerDigest, slotDigest } from '../schema/index.ts';
import { answerOf } from '../wire/index.ts';
import { askIn, mostRows } from './ask.ts';
import { recordIn } from './row.ts';
import type { Kept, Row } from './row.ts';
import type { Talk } from '../wire/index.ts';

/** A row outside of its key's first slot: honest if somebody else's row stood there, or a repeat. */
interface Suspect {
  readonly row: Row;
  readonly author: string;
  readonly key: string;
  readonly owner: string;
}

type Judged = { readonly record: StoredRecord } | { readonly suspect: Suspect } | undefined;

async function judge(row: Row, kept: Kept): Promise<Judged> {
  const { container } = kept;
  const record = recordIn(row, kept);
  if (!record) return undefined;
  const { author, key } = record;
  const [owner, slot] = await Promise.all([
    ownerDigest(container, author, key),
    slotDigest(container, author, key, 0),
  ]);
  if (row[columns.owner] !== owner) return undefined;
  return row[columns.slot] === slot ? { record } : { suspect: { row, author, key, owner } };
}

/** @returns a record for each row, or undefined; asks again only where a row is out of its place. */
export async function* prove(
  list: string,
  rows: readonly Row[],
  kept: Kept,
): Talk<readonly (StoredRecord | undefined)[]> {
  const judged = await Promise.all(rows.map((row) => judge(row, kept)));
  const suspects = judged.flatMap((each) => (each && 'suspect' in each ? [each.suspect] : []));
  const cleared = suspects.length === 0 ? undefined : yield* clear(list, suspects, kept.container);
  return judged.map((each) => {
    if (!each) return undefined;
    if ('record' in each) return each.record;
    return cleared?.has(each.suspect.row) === true ? recordIn(each.suspect.row, kept) : undefined;
  });
}

const perQuestion = 60;

/** Of an author's rows for one key, the one in the lowest slot counts. */
async function* clear(
  list: string,
  suspects: readonly Suspect[],
  container: ContainerId,
): Talk<ReadonlySet<Row>> {
  const owners = [...new Set(suspects.map(({ owner }) => owner))];
  const parts = Array.from({ length: Math.ceil(owners.length / perQuestion) }, (_, part) =>
    owners.slice(part * perQuestion, (part + 1) * perQuestion),
  );
  const outcomes = yield parts.map((values) =>
    askIn(list, {
      select: ['Id', 'AuthorId', columns.slot, columns.owner],
      column: columns.owner,
      type: 'Text',
      values,
      order: 'ascending',
      top: mostRows,
    }),
  );
  const found = outcomes.flatMap((outcome) => answerOf<readonly Row[]>(outcome));
  const cleared = new Set<Row>();
  for (const { row, author, key, owner } of suspects) {
    const own = found.filter(
      (each) => each[columns.owner] === owner && `${each.AuthorId}` === author,
    );
    const taken = new Set(own.map((each) => each[columns.slot]));
    for (let slot = 0; slot < mostSlots; slot += 1) {
      const digest = await slotDigest(container, author, key, slot);
      if (!taken.has(digest)) continue;
      if (digest === row[columns.slot]) cleared.add(row);
      break;
    }
  }
  return cleared;
}
