/** How many groups a person starts on one day: enough for anybody, too few to bury those of others. */
import { communityContainer } from '../kernel/container.ts';
import { dayLength, dayStart } from '../kernel/day.ts';
import { Invalid } from '../kernel/errors.ts';
import type { Host, Store } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import { groups } from './collections.ts';
import type { GroupRecord } from './group.ts';

/** The query for the first groups that somebody started on a day, as many as count. */
const startedOn = (author: PersonId, day: Instant) =>
  rows(groups, {
    container: communityContainer,
    index: 'recent',
    author,
    range: { from: day, to: day + dayLength - 1 },
    order: 'ascending',
    limit: limits.groupsPerDay,
  });

/** @throws Invalid `enough-today` */
export async function assertWithinDailyLimit({ store, identity, clock }: Host): Promise<void> {
  const [{ records }] = await store.read([
    startedOn(await identity.me(), dayStart(await clock.server())),
  ]);
  if (records.length < limits.groupsPerDay) return;
  throw new Invalid(
    { field: 'name', reason: 'enough-today', limit: limits.groupsPerDay },
    `You have started ${limits.groupsPerDay} groups today. Go on tomorrow.`,
  );
}

/** Of each author and day the first groups; what somebody wrote beyond by hand is none. */
export async function withinDailyLimit(
  store: Store,
  records: readonly GroupRecord[],
): Promise<readonly GroupRecord[]> {
  const many = new Map<string, GroupRecord[]>();
  for (const record of records) {
    const name = JSON.stringify([record.author, dayStart(record.created)]);
    many.set(name, [...(many.get(name) ?? []), record]);
  }
  const crowds = [...many.values()].filter(({ length }) => length > limits.groupsPerDay);
  if (crowds.length === 0) return records;
  const queries = crowds.map(([{ author, created } = records[0] as GroupRecord]) =>
    startedOn(author, dayStart(created)),
  );
  const answers = await store.read(queries);
  const first = new Set(answers.flatMap((answer) => answer.records.map(({ id }) => id)));
  const beyond = new Set(crowds.flat().flatMap(({ id }) => (first.has(id) ? [] : [id])));
  return records.filter(({ id }) => !beyond.has(id));
}
