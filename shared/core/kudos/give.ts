/** Giving and withdrawing thanks. */
import * as v from 'valibot';
import { removeIfThere } from '../kernel/admit.ts';
import { Conflict, Invalid } from '../kernel/errors.ts';
import { key, nothing, personId, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { acceptColleague } from '../people/colleague.ts';
import { lookUp, peopleFinder } from '../people/person.ts';
import { communityContainer, governedContainer } from '../kernel/container.ts';
import type { Audience } from '../kernel/audience.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import { settings } from '../settings/collection.ts';
import { settledIn, settledRows } from '../settings/read-settings.ts';
import type { ValueView } from '../settings/read-settings.ts';
import { limits } from '../settings/settings.ts';
import { isValueId } from '../settings/value-id.ts';
import { acceptText, countWords } from '../kernel/accept-text.ts';
import { budgetOf, freePlaces, takePlaces, weekRows } from './allowance.ts';
import type { KudosBudget, Words } from './allowance.ts';
import { kudos } from './collection.ts';
import { isThanks, thanksKey } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';
import { foldThankYous } from './thank-you.ts';
import type { ThankYou } from './thank-you.ts';

/** What came of giving thanks. */
export interface Given {
  /** As the feed shows it; absent where everybody whom it thanks has left. */
  readonly thankYou?: ThankYou;
  readonly budget: KudosBudget;
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

/** Who reads thanks: everybody who reads the community. */
export const readAudience = query({
  input: nothing,
  reads: () => [],
  run: ({ containers }): Promise<Audience> => containers.audience(communityContainer),
});

/** The query for the rows that the giver made of one thank-you, in whatever week. */
const batchRows = (me: PersonId, batch: string) =>
  rows(kudos, {
    container: communityContainer,
    index: 'byBatch',
    eq: batch,
    author: me,
    order: 'ascending',
    limit: maxLimit,
  });

/** Thanks people without taking places. */
async function thank(
  { store }: Host,
  recipients: readonly PersonId[],
  words: Words,
): Promise<readonly KudosRecord[]> {
  const written: KudosRecord[] = [];
  for (const recipient of recipients) {
    const own = thanksKey(words.batch, recipient);
    const fields = { ...words, recipient };
    written.push((await store.insert(kudos, communityContainer, own, fields)).record);
  }
  return written;
}

/** Within this time a thank-you that is sent again has not been read for long. In milliseconds. */
const correctable = 10 * 60_000;

/**
 * A draft whose answer was lost may be changed before it is sent again: what an earlier attempt wrote
 * takes the words that its giver sees now, as long as it is new. It takes thanks from nobody.
 * @param found the rows of this thank-you that are there.
 * @returns the same rows, with the words.
 * @throws Conflict where other words have stood for longer: these are another thank-you.
 */
async function bringUpToDate(
  { store }: Host,
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
    current.push(isOutdated(row) ? await store.update(kudos, row, { value, reason }) : row);
  }
  return current;
}

/** @throws Invalid `unknown-value` for one that owners do not offer now */
function assertOffered(value: string, values: readonly ValueView[]): void {
  if (values.some(({ id, isOffered }) => id === value && isOffered)) return;
  const data = { field: 'value', reason: 'unknown-value', actual: value } as const;
  throw new Invalid(data, 'That value is not offered now. Choose another.');
}

/** A repeat gives only what is missing, be it next week or as thanks instead of kudos. */
export const giveKudos = command({
  input: v.strictObject({
    recipients: v.pipe(v.array(personId), v.maxLength(500)),
    value: v.pipe(v.string(), v.check(isValueId)),
    reason: text,
    /** Whether it takes places of the weekly allowance. */
    as: v.picklist(['kudos', 'thanks']),
    key,
  }),
  run: async (host, input): Promise<Given> => {
    const me = await host.identity.me();
    const reason = acceptReason(input.reason);
    const recipients = await acceptRecipients(host, me, input.recipients);
    const words = { value: input.value, reason, batch: input.key };
    const now = await host.clock.server();
    const [own, week, settled] = await host.store.read([
      batchRows(me, input.key),
      weekRows(me, now),
      settledRows(),
    ]);
    const { allowance, values } = settledIn(settled.records, now);
    assertOffered(input.value, values);
    const there = await bringUpToDate(host, own.records, words, now);
    const done = new Set(there.map(({ fields }) => fields.recipient));
    const missing = recipients.filter((recipient) => !done.has(recipient));
    const free = freePlaces(now, week.records, allowance);
    const { records, budget } =
      input.as === 'kudos'
        ? await takePlaces(host, me, missing, words, { now, free, allowance })
        : {
            records: await thank(host, missing, words),
            budget: budgetOf(free.length, now, allowance),
          };
    const all = [...there, ...records];
    const person = await peopleFinder(host.directory, [
      me,
      ...all.map(({ fields }) => fields.recipient),
    ]);
    const [thankYou] = foldThankYous(all.filter(isThanks), me, person);
    return { budget, ...(thankYou ? { thankYou } : {}) };
  },
});

export type NewThankYou = InputOf<typeof giveKudos>;

/** Takes back a thank-you with all its recipients; its places are free again. @returns what is left then. */
export const withdrawKudos = command({
  input: v.strictObject({ id: key }),
  run: async (host, { id: batch }): Promise<KudosBudget> => {
    const me = await host.identity.me();
    const now = await host.clock.server();
    const [own, week, settled] = await host.store.read([
      batchRows(me, batch),
      weekRows(me, now),
      settledRows(),
    ]);
    const { allowance } = settledIn(settled.records, now);
    for (const record of own.records) await removeIfThere(host.store, kudos, record);
    const gone = new Set(own.records.map((record) => record.id));
    const taken = week.records.filter((record) => !gone.has(record.id));
    return budgetOf(freePlaces(now, taken, allowance).length, now, allowance);
  },
});
