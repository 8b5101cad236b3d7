/** Giving and withdrawing thanks. */
import * as v from 'valibot';
import { groupsAmong, groupsOf } from '../groups/groups-of.ts';
import { Conflict, Invalid } from '../kernel/errors.ts';
import { id, key, nothing, personId, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { peopleFinder } from '../people/person.ts';
import { communityContainer, governedContainer, groupContainer } from '../kernel/container.ts';
import type { Audience } from '../kernel/audience.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { settings } from '../settings/collection.ts';
import { settledIn, settledRows } from '../settings/read-settings.ts';
import { isValueId } from '../settings/value-id.ts';
import { acceptReason, acceptRecipients, assertOffered, assertReaders } from './accept-thanks.ts';
import { budgetOf, freePlaces, takePlaces, weekRows } from './allowance.ts';
import type { KudosBudget, Words } from './allowance.ts';
import { kudos } from './collection.ts';
import { correctable, thanksKey } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';
import { foldThankYous, summaryOfGroup } from './thank-you.ts';
import type { ThankYou } from './thank-you.ts';
import { thanksStore } from './thanks-store.ts';
import type { ThanksStore } from './thanks-store.ts';

/** What came of giving thanks. */
export interface Given {
  /** As the feed shows it; absent where everybody whom it thanks has left. */
  readonly thankYou?: ThankYou;
  readonly budget: KudosBudget;
}

/** What is left of the week's allowance. */
export const readBudget = query({
  input: nothing,
  reads: () => [
    [kudos, communityContainer],
    [settings, governedContainer],
  ],
  run: async (host): Promise<KudosBudget> => {
    const now = await host.clock.server();
    const me = await host.identity.me();
    const [{ records }, settled] = await host.store.read([weekRows(me, now), settledRows()]);
    const { allowance } = settledIn(settled.records, now);
    return budgetOf(freePlaces(now, records, allowance).length, now, allowance);
  },
});

/** Who reads thanks: everybody who reads the community, or those who read one group. */
export const readAudience = query({
  input: v.strictObject({ group: v.optional(id) }),
  reads: () => [],
  run: ({ containers }, { group }): Promise<Audience> =>
    containers.audience(group === undefined ? communityContainer : groupContainer(group)),
});

/** Thanks people without taking places. */
async function thank(
  store: ThanksStore,
  recipients: readonly PersonId[],
  words: Words,
): Promise<readonly KudosRecord[]> {
  const written: KudosRecord[] = [];
  for (const recipient of recipients) {
    const own = thanksKey(words.batch, recipient);
    written.push(await store.insert(own, { ...words, recipient }));
  }
  return written;
}

/**
 * A draft whose answer was lost may be changed before it is sent again: what an earlier attempt wrote
 * takes the words that its giver sees now, as long as it is new. It takes thanks from nobody.
 * @param found the rows of this thank-you that are there.
 * @returns the same rows, with the words.
 * @throws Conflict where other words have stood for longer: these are another thank-you.
 */
async function bringUpToDate(
  store: ThanksStore,
  found: readonly KudosRecord[],
  { value, reason }: Words,
  now: Instant,
): Promise<readonly KudosRecord[]> {
  const isOutdated = ({ fields }: KudosRecord): boolean =>
    fields.value !== value || fields.reason !== reason;
  const isRead = found.some((row) => isOutdated(row) && now - row.created > correctable);
  if (isRead) throw new Conflict('thank-you');
  const current: KudosRecord[] = [];
  for (const row of found) {
    current.push(isOutdated(row) ? await store.update(row, { value, reason }) : row);
  }
  return current;
}

/** A repeat gives only what is missing, be it next week or as thanks instead of kudos. */
export const giveKudos = command({
  input: v.strictObject({
    recipients: v.pipe(v.array(personId), v.maxLength(500)),
    value: v.pipe(v.string(), v.check(isValueId)),
    reason: text,
    /** Whether it takes places of the weekly allowance. */
    as: v.picklist(['thanks', 'kudos']),
    key,
    /** Who reads it: one group. Left out for everybody; in a group it takes no places. */
    group: v.optional(id),
  }),
  run: async (host, input): Promise<Given> => {
    const { group } = input;
    const me = await host.identity.me();
    const reason = acceptReason(input.reason);
    if (group !== undefined && input.as === 'kudos') {
      const data = { field: 'as', reason: 'malformed' } as const;
      throw new Invalid(data, 'In a group one gives thanks: kudos are for everybody to read.');
    }
    const recipients = await acceptRecipients(host, me, input.recipients);
    if (group !== undefined) await assertReaders(host, group, recipients);
    const words = { value: input.value, reason, batch: input.key };
    const store = thanksStore(host.store, group);
    const now = await host.clock.server();
    const [own, week, settled, ...named] = await host.store.read([
      store.batchOf(me, input.key),
      weekRows(me, now),
      settledRows(),
      ...(group === undefined ? [] : groupsOf([group])),
    ]);
    const { allowance, values } = settledIn(settled.records, now);
    assertOffered(input.value, values);
    const there = await bringUpToDate(store, own.records, words, now);
    const done = new Set(there.map(({ fields }) => fields.recipient));
    const missing = recipients.filter((recipient) => !done.has(recipient));
    const free = freePlaces(now, week.records, allowance);
    const { records, budget } =
      input.as === 'kudos'
        ? await takePlaces(host, me, missing, words, { now, free, allowance })
        : {
            records: await thank(store, missing, words),
            budget: budgetOf(free.length, now, allowance),
          };
    const all = [...there, ...records];
    const person = await peopleFinder(host.directory, [
      me,
      ...all.map(({ fields }) => fields.recipient),
    ]);
    const found = named.flatMap((answer) => answer.records);
    const [thankYou] = foldThankYous(all.filter(store.isThanks), me, person, {
      groups: group === undefined ? [] : [summaryOfGroup(group, groupsAmong(found, [group]))],
    });
    return { budget, ...(thankYou ? { thankYou } : {}) };
  },
});

export type NewThankYou = InputOf<typeof giveKudos>;

/** Takes back a thank-you with all its recipients; its places are free again. @returns what is left then. */
export const withdrawKudos = command({
  input: v.strictObject({ id: key, group: v.optional(id) }),
  run: async (host, { id: batch, group }): Promise<KudosBudget> => {
    const me = await host.identity.me();
    const now = await host.clock.server();
    const store = thanksStore(host.store, group);
    const [own, week, settled] = await host.store.read([
      store.batchOf(me, batch),
      weekRows(me, now),
      settledRows(),
    ]);
    const { allowance } = settledIn(settled.records, now);
    for (const record of own.records) await store.remove(record);
    const gone = new Set(group === undefined ? own.records.map((record) => record.id) : []);
    const taken = week.records.filter((record) => !gone.has(record.id));
    return budgetOf(freePlaces(now, taken, allowance).length, now, allowance);
  },
});
