/** Giving and withdrawing thanks. */
import * as v from 'valibot';
import { removeIfThere } from '../kernel/admit.ts';
import { Conflict, Invalid, QuotaReached } from '../kernel/errors.ts';
import { id, key, nothing, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { acceptColleague } from '../people/colleague.ts';
import { lookUp } from '../people/person.ts';
import { communityContainer } from '../kernel/container.ts';
import type { Audience, Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { byKeys, maxLimit, rows } from '../kernel/query.ts';
import { kudosValues, limits } from '../settings/settings.ts';
import { acceptText, countWords } from '../kernel/accept-text.ts';
import { kudos } from './collection.ts';
import { isKudos, placeKey, thanksKey } from './kudos.ts';
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

function acceptReason(text: string): string {
  const reason = acceptText('reason', text, limits.kudosReason);
  const words = countWords(reason);
  if (words < limits.kudosReasonWords) {
    throw new Invalid(
      { field: 'reason', reason: 'too-few-words', actual: words, limit: limits.kudosReasonWords },
      `The reason has ${words} words. Say in at least ${limits.kudosReasonWords} what they did.`,
    );
  }
  return reason;
}

async function acceptRecipients(
  host: Host,
  me: PersonId,
  ids: readonly PersonId[],
): Promise<PersonId[]> {
  const named = [...new Set(ids)];
  const refuse = (data: Omit<Invalid['data'], 'field'>, message: string): never => {
    throw new Invalid({ field: 'recipients', ...data }, message);
  };
  if (named.length === 0) refuse({ reason: 'empty' }, 'Name the person you want to thank.');
  const { kudosRecipients: limit } = limits;
  if (named.length > limit) {
    const data = { reason: 'too-many', actual: named.length, limit } as const;
    refuse(data, `You named ${named.length} people; at most ${limit} share one thank-you.`);
  }
  const refuseMyself = (): never =>
    refuse({ reason: 'yourself' }, 'You cannot thank yourself. Thank a colleague.');
  if (named.includes(me)) refuseMyself();
  const wayOut = 'Leave them out to thank the others.';
  // In one question, which tells all that choosing each has to know.
  await lookUp(host.directory, named);
  const chosen = await Promise.all(
    named.map((id) => acceptColleague(host, 'recipients', id, wayOut)),
  );
  const recipients = [...new Set(chosen)];
  if (recipients.includes(me)) refuseMyself();
  return recipients;
}

/** The giver's own rows of this week, by place. */
async function places({ store }: Host, me: PersonId, week: string) {
  const keys = Array.from({ length: limits.kudosPerWeek }, (_, place) => placeKey(week, place));
  const [{ records }] = await store.read([byKeys(kudos, communityContainer, me, keys)]);
  const taken = new Map(records.map((record) => [record.key, record]));
  return keys.map((each) => ({ key: each, record: taken.get(each) }));
}

/** What is left of the week's allowance. */
export const readBudget = query({
  input: nothing,
  reads: () => [[kudos, communityContainer]],
  run: async (host): Promise<KudosBudget> => {
    const now = await host.clock.server();
    const all = await places(host, await host.identity.me(), weekName(now));
    const left = all.filter(({ record }) => !record).length;
    return { left, of: limits.kudosPerWeek, resetsAt: nextWeek(now) };
  },
});

/** Who reads thanks: everybody who reads the community. */
export const readAudience = query({
  input: nothing,
  reads: () => [],
  run: ({ containers }): Promise<Audience> => containers.audience(communityContainer),
});

/** The rows that the giver made of one thank-you, in whatever week. */
async function ownBatch({ store }: Host, me: PersonId, batch: string) {
  const ofBatch = rows(kudos, {
    container: communityContainer,
    index: 'byBatch',
    eq: batch,
    author: me,
    order: 'ascending',
    limit: maxLimit,
  });
  const [{ records }] = await store.read([ofBatch]);
  return records;
}

type Words = Pick<KudosRecord['fields'], 'value' | 'reason' | 'batch'>;

/** Takes a place for each recipient, in the week that it is at the host. @throws QuotaReached */
async function takePlaces(
  host: Host,
  me: PersonId,
  recipients: readonly PersonId[],
  words: Words,
  now: Instant,
): Promise<void> {
  const { store } = host;
  const waiting = [...recipients];
  const all = await places(host, me, weekName(now));
  const free = all.filter(({ record }) => !record).map((place) => place.key);
  const asked = waiting.length;
  const refuse = (left: number): never => {
    throw new QuotaReached({ left, asked, resetsAt: nextWeek(now) });
  };
  if (asked > free.length) refuse(free.length);
  while (waiting.length > 0) {
    const recipient = waiting[0] as PersonId;
    const place = free.shift() ?? refuse(0);
    const fields = { ...words, recipient };
    const { record, inserted } = await store.insert(kudos, communityContainer, place, fields);
    if (inserted && !isKudos(record)) {
      // Where a host does not tell its time, the row's stamp does; nobody is shown a row in another week's place.
      await removeIfThere(store, kudos, record);
      return takePlaces(host, me, waiting, words, record.created);
    }
    // Another window may have taken the place meanwhile; then the next one serves.
    const isOurs = record.fields.batch === words.batch && record.fields.recipient === recipient;
    if (isOurs) waiting.shift();
  }
}

/** Within this time a thank-you that is sent again has not been read for long. In milliseconds. */
const correctable = 10 * 60_000;

/**
 * A draft whose answer was lost may be changed before it is sent again: what an earlier attempt wrote
 * takes the words that its giver sees now, as long as it is new. It takes thanks from nobody.
 * @returns the people who have been thanked already.
 * @throws Conflict where other words have stood for longer: these are another thank-you.
 */
async function bringUpToDate(
  host: Host,
  me: PersonId,
  { value, reason, batch }: Words,
): Promise<ReadonlySet<PersonId>> {
  const { store, clock } = host;
  const rows = await ownBatch(host, me, batch);
  const outdated = rows.filter(({ fields }) => fields.value !== value || fields.reason !== reason);
  const now = await clock.server();
  const isRead = outdated.some(({ created }) => now - created > correctable);
  if (isRead) throw new Conflict('thank-you');
  for (const row of outdated) await store.update(kudos, row, { value, reason });
  return new Set(rows.map(({ fields }) => fields.recipient));
}

/** A repeat gives only what is missing, be it next week or as thanks instead of kudos. */
export const giveKudos = command({
  input: v.strictObject({
    recipients: v.pipe(v.array(id), v.maxLength(500)),
    value: v.picklist(kudosValues),
    reason: text,
    /** Whether it takes places of the weekly allowance. */
    as: v.picklist(['kudos', 'thanks']),
    key,
  }),
  run: async (host, input): Promise<void> => {
    const me = await host.identity.me();
    const reason = acceptReason(input.reason);
    const recipients = await acceptRecipients(host, me, input.recipients);
    const words = { value: input.value, reason, batch: input.key };
    const done = await bringUpToDate(host, me, words);
    const missing = recipients.filter((recipient) => !done.has(recipient));
    if (missing.length === 0) return;
    if (input.as === 'kudos') {
      return takePlaces(host, me, missing, words, await host.clock.server());
    }
    for (const recipient of missing) {
      const own = thanksKey(input.key, recipient);
      await host.store.insert(kudos, communityContainer, own, { ...words, recipient });
    }
  },
});

export type NewThankYou = InputOf<typeof giveKudos>;

/** Takes back a thank-you with all its recipients; its places are free again. */
export const withdrawKudos = command({
  input: v.strictObject({ id: key }),
  run: async (host, { id: batch }): Promise<void> => {
    const me = await host.identity.me();
    for (const record of await ownBatch(host, me, batch)) {
      await removeIfThere(host.store, kudos, record);
    }
  },
});
