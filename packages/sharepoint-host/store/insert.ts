/** Writes a row under its author's key, once. */
import { Conflict } from '@kantine/core';
import type { Collection, ContainerId, Inserted, PersonId, StoredRecord } from '@kantine/core';
import { columns, mostSlots, ownerDigest, slotDigest } from '../schema/index.ts';
import { answerOf, duplicateCode, get, hasCode, hold, post } from '../wire/index.ts';
import type { Operation, Outcome, Wire } from '../wire/index.ts';
import { askSlot } from './ask.ts';
import { recordColumns, recordIn } from './row.ts';
import { prove } from './prove.ts';
import type { Row } from './row.ts';

export interface Insertion {
  readonly wire: Wire;
  readonly list: string;
  readonly collection: Collection;
  readonly container: ContainerId;
  readonly author: PersonId;
  readonly key: string;
  /** The columns of the fields and indexes. */
  readonly body: Readonly<Record<string, string>>;
}

/** Two for each slot: where a row cannot be seen, its slot is tried again before the next one. */
const mostAttempts = 2 * mostSlots;

/**
 * Sends the row, and the question for the author's rows of this key behind it: where the key is taken,
 * they say at once by which.
 * @throws Refusal, Conflict when somebody took every place that the key could have.
 */
export async function insertRow(insertion: Insertion): Promise<Inserted<unknown>> {
  const { wire, list, container, author, key, body } = insertion;
  const owner = await ownerDigest(container, author, key);
  let slot = 0;
  let freeSlot: number | undefined;
  for (let attempt = 0; attempt < mostAttempts && slot < mostSlots; attempt += 1) {
    const digest = await slotDigest(container, author, key, slot);
    const row = {
      ...body,
      [columns.slot]: digest,
      [columns.owner]: owner,
      [columns.key]: JSON.stringify(key),
    };
    const [written, own] = await wire.write([post(`${list}/items`, row), askOwn(insertion, owner)]);
    if (written?.ok !== false || !hasCode(written.error, duplicateCode)) {
      const record = recordIn(answerOf<Row>(written), insertion);
      if (!record) throw new Conflict(`key ${key}`);
      return { record, inserted: true };
    }
    const mine = await ownRecord(insertion, own);
    if (mine) return { record: mine, inserted: false };
    const holder = await holderOf(insertion, digest);
    // A place that is free by now is tried again. If it still is not, the row that stands there is
    // one that the reader may not see: somebody else's, in a list where people see their own.
    const isForeign = holder === undefined ? freeSlot === slot : holder !== author;
    freeSlot = holder === undefined ? slot : undefined;
    if (isForeign) slot += 1;
  }
  throw new Conflict(`key ${key}`);
}

function askOwn({ list, author }: Insertion, owner: string): Operation {
  const filter = encodeURIComponent(`${columns.owner} eq '${owner}' and AuthorId eq ${author}`);
  const select = recordColumns.join(',');
  return get(`${list}/items?$select=${select}&$filter=${filter}&$orderby=ID&$top=5`);
}

/** The author's record with this key. @param answered what `askOwn` was answered. */
async function ownRecord(
  insertion: Insertion,
  answered: Outcome | undefined,
): Promise<StoredRecord | undefined> {
  const { wire, list, key } = insertion;
  const rows = answerOf<readonly Row[]>(answered);
  const records = await hold(wire, prove(list, rows, insertion));
  return records.find((record) => record?.key === key);
}

/** Whose row stands in a slot, as far as the author may see it. */
async function holderOf({ wire, list }: Insertion, digest: string): Promise<PersonId | undefined> {
  const [taken] = await wire.batch([askSlot(list, digest)]);
  const holder = answerOf<readonly { AuthorId: number }[]>(taken)[0]?.AuthorId;
  return holder === undefined ? undefined : String(holder);
}
