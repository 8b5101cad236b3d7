/** An author's own rows under one key, as a write sees them. */
import type { Collection, ContainerId, PersonId, StoredRecord } from '@kantine/core';
import { columns, ownerDigest } from '../schema/index.ts';
import { answerOf, get, hold } from '../wire/index.ts';
import type { RestRequest, Outcome, Wire } from '../wire/index.ts';
import { isTooMany } from './ask.ts';
import { ownRows } from './own-rows.ts';
import { believed } from './prove.ts';
import { recordColumns } from './row.ts';
import type { Row } from './row.ts';
import { openReading } from './list-reading.ts';

export interface OwnKey {
  readonly wire: Wire;
  readonly list: string;
  readonly collection: Collection;
  readonly container: ContainerId;
  readonly author: PersonId;
  readonly key: string;
}

/** More than any honest page leaves behind. */
const mostDoubles = 20;

/** Asked behind a write, in the same request. Author before digest: nobody else's rows crowd it. */
export function askOwnKey({ list, author }: OwnKey, owner: string): RestRequest {
  const filter = encodeURIComponent(`AuthorId eq ${author} and ${columns.owner} eq '${owner}'`);
  const select = recordColumns.join(',');
  return get(`${list}/items?$select=${select}&$filter=${filter}&$orderby=ID&$top=${mostDoubles}`);
}

/**
 * The author's records with this key, the one that counts first.
 *
 * @param answered what `askOwnKey` was answered; asked anew without it.
 */
export async function ownRecords(
  own: OwnKey,
  answered?: Outcome,
): Promise<readonly StoredRecord[]> {
  const { wire, list, author, key } = own;
  const rows =
    answered && !isTooMany(answered)
      ? answerOf<readonly Row[]>(answered)
      : await hold(
          wire,
          ownRows(openReading(list, author), recordColumns, {
            author,
            owners: [await ownerDigest(own, author, key)],
          }),
        );
  const records = await Promise.all(rows.map((row) => believed(row, own, author)));
  return records.filter((record) => record !== undefined).sort(byId);
}

export const byId = (one: StoredRecord, other: StoredRecord): number =>
  Number(one.id) - Number(other.id);
