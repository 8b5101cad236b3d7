/** Which thanks are kept between a recipient and who thanked them; only the recipient says so. */
import { isWellFormed, keyIndex } from '../kernel/collection.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { inParts } from '../kernel/in-parts.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Newest } from '../kernel/newest-query.ts';
import type { Store } from '../kernel/ports.ts';
import { authorKey, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import type { KudosRecord } from '../kudos/kudos.ts';
import { rowOf } from '../kudos/thank-you.ts';
import { keptFields, keptInGroups, keptThanks } from './collection.ts';
import type { KeptRecord } from './collection.ts';

/** The rows that recipients of these thanks may have made, each by its author and key: nobody else's crowd them out. */
function keptOf(thanks: readonly KudosRecord[]) {
  const containers = [...new Set(thanks.map(({ container }) => container))];
  return containers.flatMap((container) => {
    const here = thanks.filter((each) => each.container === container);
    return inParts(new Set(here.map(({ id, fields }) => authorKey(fields.recipient, id)))).map(
      (some) =>
        rows(keptThanks, { container, index: keyIndex, in: some, order: 'ascending', limit: 1 }),
    );
  });
}

/** Drops a row that names other thanks than its key. */
function isKept(record: KeptRecord): boolean {
  if (!isWellFormed(keptThanks, record)) return false;
  const { kudos, thanks } = keptFields(record.key, record.container !== communityContainer);
  return record.fields.kudos === kudos && record.fields.thanks === thanks;
}

/** @returns the rows of thanks that their own recipients keep, by `rowOf`. */
function keptIn(
  records: readonly KeptRecord[],
  thanks: readonly KudosRecord[],
): ReadonlySet<string> {
  const recipients = new Map(thanks.map((row) => [rowOf(row), row.fields.recipient]));
  const nameOf = ({ container, key }: KeptRecord): string => rowOf({ container, id: key });
  return new Set(
    records
      .filter((record) => isKept(record) && recipients.get(nameOf(record)) === record.author)
      .map(nameOf),
  );
}

/** @returns the rows of thanks that are kept, by `rowOf`. */
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

/** The query for what is kept in some groups, at most 60, before one knows which thanks there are. */
export const newestKept = (groups: readonly string[]) =>
  newest(keptThanks, {
    containers: groups.map(groupContainer),
    of: { index: 'byKind', eq: keptInGroups },
    since: 0,
    limit: maxNewest,
  });

/** Where that was not all, the thanks themselves are asked about: nobody's rows show what a colleague keeps. */
export async function keptAmong(
  store: Store,
  found: Newest<KeptRecord['fields']>,
  thanks: readonly KudosRecord[],
): Promise<ReadonlySet<string>> {
  return found.complete ? keptIn(found.records, thanks) : readKept(store, thanks);
}

/** Whether somebody may see thanks: those that are kept are for who gave and who received them. */
export const maySee =
  (kept: ReadonlySet<string>, me: PersonId) =>
  (row: KudosRecord): boolean =>
    !kept.has(rowOf(row)) || row.author === me || row.fields.recipient === me;
