/** Thank-yous as people see them: the rows of one batch by one giver, put together. */
import type { FindPerson, PersonSummary } from '../people/person.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import type { KudosValue } from '../settings/settings.ts';
import { isKudos } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';

export interface ThankYou {
  /** Names the thank-you for its giver: the batch. */
  readonly id: string;
  readonly giver: PersonSummary;
  readonly recipients: readonly PersonSummary[];
  readonly value: KudosValue;
  readonly reason: string;
  readonly created: Instant;
  /** Whether it counts as kudos; thanks after the allowance do not. */
  readonly isKudos: boolean;
  /** The reader gave it, and may withdraw it. */
  readonly mine: boolean;
}

/** Whose thank-you a row belongs to: a batch is its giver's own. */
export const batchOf = ({ author, fields }: KudosRecord): string =>
  JSON.stringify([author, fields.batch]);

/**
 * Joins admitted rows into thank-yous, newest first. Somebody else's row never joins a batch, and a
 * batch thanks no more people than its giver could choose. A thank-you to nobody who is here is left out.
 */
export function foldThankYous(
  records: readonly KudosRecord[],
  me: PersonId,
  person: FindPerson,
): ThankYou[] {
  const batches = new Map<string, KudosRecord[]>();
  for (const record of records) {
    const id = batchOf(record);
    batches.set(id, [...(batches.get(id) ?? []), record]);
  }
  return [...batches.values()]
    .map((batch) => thankYouOf(batch, me, person))
    .filter(({ recipients }) => recipients.length > 0)
    .sort((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
}

function thankYouOf(rows: readonly KudosRecord[], me: PersonId, person: FindPerson): ThankYou {
  const first = rows.reduce((a, b) => (b.created < a.created ? b : a));
  const named = [...new Set(rows.map(({ fields }) => fields.recipient))];
  const recipients = named.slice(0, limits.kudosRecipients).map(person);
  return {
    id: first.fields.batch,
    giver: person(first.author),
    recipients: recipients.filter(({ active }) => active),
    value: first.fields.value as KudosValue,
    reason: first.fields.reason,
    created: first.created,
    isKudos: rows.some(isKudos),
    mine: first.author === me,
  };
}
