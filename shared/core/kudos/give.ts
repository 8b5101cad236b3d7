/** Giving and withdrawing thanks. */
import { readAdmitted, removeIfThere } from '../admit.ts';
import { Invalid, QuotaReached } from '../errors.ts';
import { assertColleague } from '../people/colleague.ts';
import { lookUp } from '../people/person.ts';
import { communityContainer } from '../ports.ts';
import type { Audience, Host, PersonId } from '../ports.ts';
import { byKeys, maxLimit, rows } from '../query.ts';
import { kudosValues, limits } from '../settings/settings.ts';
import type { KudosValue } from '../settings/settings.ts';
import { acceptText, countWords } from '../text/visible-text.ts';
import { kudos, placeKey, thanksKey } from './kudos.ts';
import { nextWeek, weekName } from './week.ts';

export interface NewThankYou {
  readonly recipients: readonly PersonId[];
  readonly value: KudosValue;
  readonly reason: string;
  /** Whether it takes places of the weekly allowance. */
  readonly as: 'kudos' | 'thanks';
  /** Made once for each thank-you; repeating the command with it does nothing twice. */
  readonly key: string;
}

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

function acceptValue(value: string): KudosValue {
  const known = kudosValues.find((candidate) => candidate === value);
  if (known) return known;
  throw new Invalid(
    { field: 'value', reason: 'unknown-value', actual: value },
    `«${value}» is none of the company's values. Choose one of them.`,
  );
}

async function acceptRecipients(
  { directory }: Host,
  me: PersonId,
  ids: readonly PersonId[],
): Promise<PersonId[]> {
  const recipients = [...new Set(ids)];
  const refuse = (data: Omit<Invalid['data'], 'field'>, message: string): never => {
    throw new Invalid({ field: 'recipients', ...data }, message);
  };
  if (recipients.length === 0) refuse({ reason: 'empty' }, 'Name the person you want to thank.');
  const { kudosRecipients: limit } = limits;
  if (recipients.length > limit) {
    const data = { reason: 'too-many', actual: recipients.length, limit } as const;
    refuse(data, `You named ${recipients.length} people; at most ${limit} share one thank-you.`);
  }
  if (recipients.includes(me)) {
    refuse({ reason: 'yourself' }, 'You cannot thank yourself. Thank a colleague.');
  }
  const found = new Map((await lookUp(directory, recipients)).map((person) => [person.id, person]));
  for (const id of recipients) {
    assertColleague('recipients', id, found.get(id), 'Leave them out to thank the others.');
  }
  return recipients;
}

export function givingOperations(host: Host) {
  const { store, identity, clock } = host;

  /** The giver's own rows of this week, by place. */
  async function places(me: PersonId, week: string) {
    const keys = Array.from({ length: limits.kudosPerWeek }, (_, place) => placeKey(week, place));
    const [{ records }] = await store.read([byKeys(kudos, communityContainer, me, keys)]);
    const taken = new Map(records.map((record) => [record.key, record]));
    return keys.map((key) => ({ key, record: taken.get(key) }));
  }

  async function readKudosBudget(): Promise<KudosBudget> {
    const now = clock.now();
    const all = await places(await identity.me(), weekName(now));
    const left = all.filter(({ record }) => !record).length;
    return { left, of: limits.kudosPerWeek, resetsAt: nextWeek(now) };
  }

  /** The rows that the giver made of one thank-you, in whatever week. */
  async function ownBatch(me: PersonId, batch: string) {
    const query = rows(kudos, {
      container: communityContainer,
      index: 'byBatch',
      eq: batch,
      order: 'ascending',
      limit: maxLimit,
    });
    return readAdmitted(store, query, ({ author }) => author === me);
  }

  /** Takes a place for each recipient. @throws QuotaReached */
  async function takePlaces(
    me: PersonId,
    recipients: readonly PersonId[],
    fields: { value: KudosValue; reason: string; batch: string },
  ): Promise<void> {
    const waiting = [...recipients];
    const now = clock.now();
    const all = await places(me, weekName(now));
    const free = all.filter(({ record }) => !record).map(({ key }) => key);
    const asked = waiting.length;
    const refuse = (left: number): never => {
      throw new QuotaReached({ left, asked, resetsAt: nextWeek(now) });
    };
    if (asked > free.length) refuse(free.length);
    while (waiting.length > 0) {
      const recipient = waiting[0] as PersonId;
      const key = free.shift() ?? refuse(0);
      const { record } = await store.insert(kudos, communityContainer, key, {
        ...fields,
        recipient,
      });
      // Another window may have taken the place meanwhile; then the next one serves.
      const isOurs = record.fields.batch === fields.batch && record.fields.recipient === recipient;
      if (isOurs) waiting.shift();
    }
  }

  /**
   * A draft whose answer was lost may be changed before it is sent again: what an earlier attempt
   * wrote takes the words and the people that its giver sees now.
   * @returns who has been thanked already.
   */
  async function bringUpToDate(
    me: PersonId,
    recipients: readonly PersonId[],
    { value, reason, batch }: { value: KudosValue; reason: string; batch: string },
  ): Promise<ReadonlySet<PersonId>> {
    const done = new Set<PersonId>();
    for (const row of await ownBatch(me, batch)) {
      const { recipient } = row.fields;
      const isCurrent = row.fields.value === value && row.fields.reason === reason;
      if (!recipients.includes(recipient)) await removeIfThere(store, kudos, row);
      else if (!isCurrent) await store.update(kudos, row, { value, reason });
      done.add(recipient);
    }
    return done;
  }

  async function giveKudos(input: NewThankYou): Promise<void> {
    const me = await identity.me();
    const reason = acceptReason(input.reason);
    const value = acceptValue(input.value);
    const recipients = await acceptRecipients(host, me, input.recipients);
    const fields = { value, reason, batch: input.key };
    // A repeat gives only what is missing, be it next week or as thanks instead of kudos.
    const done = await bringUpToDate(me, recipients, fields);
    const missing = recipients.filter((recipient) => !done.has(recipient));
    if (missing.length === 0) return;
    if (input.as === 'kudos') return takePlaces(me, missing, fields);
    for (const recipient of missing) {
      const key = thanksKey(input.key, recipient);
      await store.insert(kudos, communityContainer, key, { ...fields, recipient });
    }
  }

  /** Takes back a thank-you with all its recipients; its places are free again. */
  async function withdrawKudos({ id }: { id: string }): Promise<void> {
    const me = await identity.me();
    for (const record of await ownBatch(me, id)) {
      await removeIfThere(store, kudos, record);
    }
  }

  /** Who reads thanks: everybody who reads the community. */
  const readKudosAudience = (): Promise<Audience> => host.containers.audience(communityContainer);

  return { giveKudos, withdrawKudos, readKudosBudget, readKudosAudience };
}
