/** Which thanks are kept between a recipient and who thanked them; only the recipient says so. */
import { isWellFormed, keyIndex } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import { inParts } from '../kernel/in-parts.ts';
import type { Store } from '../kernel/ports.ts';
import { authorKey, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import type { KudosRecord } from '../kudos/kudos.ts';
import { keptThanks } from './collection.ts';
import type { KeptRecord } from './collection.ts';

/** The rows that recipients of these thanks may have made, each by its author and key: nobody else's crowd them out. */
const keptOf = (thanks: readonly KudosRecord[]) =>
  inParts(new Set(thanks.map(({ id, fields }) => authorKey(fields.recipient, id)))).map((some) =>
    rows(keptThanks, {
      container: communityContainer,
      index: keyIndex,
      in: some,
      order: 'ascending',
      limit: 1,
    }),
  );

/** Drops a row that names other thanks than its key. */
const isKept = (record: KeptRecord): boolean =>
  isWellFormed(keptThanks, record) && record.key === record.fields.kudos;

/** @returns the ids of the thanks that their own recipients keep. */
function keptIn(
  records: readonly KeptRecord[],
  thanks: readonly KudosRecord[],
): ReadonlySet<string> {
  const recipients = new Map(thanks.map(({ id, fields }) => [id, fields.recipient]));
  return new Set(
    records
      .filter((record) => isKept(record) && recipients.get(record.key) === record.author)
      .map(({ key }) => key),
  );
}

export async function readKept(
  store: Store,
  thanks: readonly KudosRecord[],
): Promise<ReadonlySet<string>> {
  const queries = keptOf(thanks);
  const answers = queries.length === 0 ? [] : await store.read(queries);
  return keptIn(
    answers.flatMap(({ records }) => records),
    thanks,
  );
}

/** Whether somebody may see thanks: those that are kept are for who gave and who received them. */
export const maySee =
  (kept: ReadonlySet<string>, me: PersonId) =>
  ({ id, author, fields }: KudosRecord): boolean =>
    !kept.has(id) || author === me || fields.recipient === me;
