/** What a person is done with in a group: an invitation that they answered, first steps that they put away. */
import { isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { momentOf } from '../stewards/log.ts';
import { preferences } from './preference.ts';

export type DoneWith = 'invitation' | 'steps';

const keyOf = (kind: DoneWith, group: string): string => `${kind}:${group}`;

/** The query for what the reader is done with in some groups. */
export const doneWith = (kind: DoneWith, groups: readonly string[], me: PersonId) =>
  byKeys(
    preferences,
    personContainer(me),
    me,
    groups.map((group) => keyOf(kind, group)),
  );

/** When that was the last time, by group. Rows that do not fit their key say nothing. */
export function doneIn(
  kind: DoneWith,
  records: readonly RecordOf<typeof preferences>[],
): ReadonlyMap<string, Instant> {
  const fit = records.filter(
    (record) =>
      isWellFormed(preferences, record) &&
      record.fields.kind === kind &&
      record.key === keyOf(kind, record.fields.group),
  );
  return new Map(fit.map((record) => [record.fields.group, momentOf(record)]));
}

/** The reader is done with it from now on. */
export async function keepDone(
  { store, identity }: { readonly store: Store } & Pick<Host, 'identity'>,
  kind: DoneWith,
  group: string,
): Promise<void> {
  const me = await identity.me();
  const [{ records }] = await store.read([doneWith(kind, [group], me)]);
  const [record] = records;
  const fields = { kind, group, person: '' };
  // What is written again has a later stamp, which is when they were done the last time.
  if (record) await store.update(preferences, record, fields);
  else await store.insert(preferences, personContainer(me), keyOf(kind, group), fields);
}
