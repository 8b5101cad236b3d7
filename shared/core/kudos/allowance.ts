/** The week's allowance: its numbered places, what is free of them, and taking some. */
import { removeIfThere } from '../kernel/admit.ts';
import { communityContainer } from '../kernel/container.ts';
import { QuotaReached } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import { kudos } from './collection.ts';
import { isKudos, placeKey } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';
import { nextWeek, weekName } from './week.ts';

/** What is left of the week's allowance. */
export interface KudosBudget {
  /** How many more colleagues can be given kudos this week. */
  readonly left: number;
  readonly of: number;
  /** When the next week begins. */
  readonly resetsAt: number;
}

/** The keys of a week's places. */
const weekKeys = (week: string): readonly string[] =>
  Array.from({ length: limits.kudosPerWeek }, (_, place) => placeKey(week, place));

/** The query for the giver's own rows of a week. */
export const weekRows = (me: PersonId, now: Instant) =>
  byKeys(kudos, communityContainer, me, weekKeys(weekName(now)));

/**
 * The places of a week that no row takes.
 * @param allowance how many owners allow of them; what somebody gave before they allowed fewer stays.
 */
export function freePlaces(
  now: Instant,
  taken: readonly KudosRecord[],
  allowance: number,
): string[] {
  const keys = new Set(taken.map(({ key }) => key));
  const free = weekKeys(weekName(now)).filter((key) => !keys.has(key));
  return free.slice(0, Math.max(0, allowance - keys.size));
}

export const budgetOf = (left: number, now: Instant, allowance: number): KudosBudget => ({
  left,
  of: allowance,
  resetsAt: nextWeek(now),
});

/** What a thank-you says, to each of its recipients. */
export type Words = Pick<KudosRecord['fields'], 'value' | 'reason' | 'batch'>;

/** Rows that were written, and what is left of the week that they were written in. */
interface Written {
  readonly records: readonly KudosRecord[];
  readonly budget: KudosBudget;
}

/**
 * Takes a place for each recipient, in the week that it is at the host.
 * @param free the places of that week that nothing takes.
 * @throws QuotaReached
 */
export async function takePlaces(
  host: Host,
  me: PersonId,
  recipients: readonly PersonId[],
  words: Words,
  {
    now,
    free,
    allowance,
  }: { readonly now: Instant; readonly free: readonly string[]; readonly allowance: number },
): Promise<Written> {
  const { store } = host;
  const waiting = [...recipients];
  const left = [...free];
  const asked = waiting.length;
  const refuse = (number: number): never => {
    throw new QuotaReached({ left: number, asked, resetsAt: nextWeek(now) });
  };
  if (asked > left.length) refuse(left.length);
  const written: KudosRecord[] = [];
  while (waiting.length > 0) {
    const recipient = waiting[0] as PersonId;
    const place = left.shift() ?? refuse(0);
    const fields = { ...words, recipient };
    const { record, inserted } = await store.insert(kudos, communityContainer, place, fields);
    if (inserted && !isKudos(record)) {
      // Where a host does not tell its time, the row's stamp does; nobody is shown a row in another week's place.
      await removeIfThere(store, kudos, record);
      const hostNow = record.created;
      const [{ records }] = await store.read([weekRows(me, hostNow)]);
      const free = freePlaces(hostNow, records, allowance);
      const week = { now: hostNow, free, allowance };
      const later = await takePlaces(host, me, waiting, words, week);
      return { ...later, records: [...written, ...later.records] };
    }
    // Another window may have taken the place meanwhile; then the next one serves.
    const isOurs = record.fields.batch === words.batch && record.fields.recipient === recipient;
    if (!isOurs) continue;
    written.push(record);
    waiting.shift();
  }
  return { records: written, budget: budgetOf(left.length, now, allowance) };
}
