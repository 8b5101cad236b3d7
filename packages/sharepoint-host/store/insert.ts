/** Writes a row under its author's key, once. */
import { Conflict } from '@kantine/core';
import type { Collection, ContainerId, Inserted, PersonId, StoredRecord } from '@kantine/core';
import { columns, mostSlots, ownerDigest, slotDigest } from '../schema/index.ts';
import { answerOf, duplicateCode, get, hasCode, hold, post } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
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

/** @throws Refusal, Conflict when somebody took every place that the key could have. */
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
    try {
      const written = await wire.send<Row>(post(`${list}/items`, row));
      const record = recordIn(written, insertion);
      if (!record) throw new Conflict(`key ${key}`);
      return { record, inserted: true };
    } catch (error) {
      if (!hasCode(error, duplicateCode)) throw error;
    }
    const { mine, holder } = await holderOf(insertion, owner, digest);
    if (mine) return { record: mine, inserted: false };
    // A place that is free by now is tried again. If it still is not, the row that stands there is
    // one that the reader may not see: somebody else's, in a list where people see their own.
    const isForeign = holder === undefined ? freeSlot === slot : holder !== author;
    freeSlot = holder === undefined ? slot : undefined;
    if (isForeign) slot += 1;
  }
  throw new Conflict(`key ${key}`);
}

async function holderOf(
  insertion: Insertion,
  owner: string,
  digest: string,
): Promise<{ mine: StoredRecord | undefined; holder: PersonId | undefined }> {
  const { wire, list, author, key } = insertion;
  const filter = encodeURIComponent(`${columns.owner} eq '${owner}' and AuthorId eq ${author}`);
  const select = recordColumns.join(',');
  const [own, taken] = await wire.batch([
    get(`${list}/items?$select=${select}&$filter=${filter}&$orderby=ID&$top=5`),
    askSlot(list, digest),
  ]);
  const rows = answerOf<readonly Row[]>(own);
  const records = await hold(wire, prove(list, rows, insertion));
  const holder = answerOf<readonly { AuthorId: number }[]>(taken)[0]?.AuthorId;
  return {
    mine: records.find((record) => record?.key === key),
    holder: holder === undefined ? undefined : String(holder),
  };
}
