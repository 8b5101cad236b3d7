/** Thank-yous as people see them: the rows of one batch by one giver, put together. */
import { groupContainer } from '../kernel/container.ts';
import type { GroupRecord, GroupSummary } from '../groups/group.ts';
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
  /** It thanks the reader, who may keep it to themselves. */
  readonly forMe?: true;
  /** The group that reads it; absent for everybody. */
  readonly group?: GroupSummary;
  /** The reader keeps it to themselves; the others whom it thanks are shown all the same. */
  readonly isKept?: true | undefined;
}

/** What is known of thank-yous besides their rows. */
export interface AboutThankYous {
  /** Those rows that their recipients keep to themselves, by `rowOf`: left out before, for others. */
  readonly kept?: ReadonlySet<string>;
  /** The groups whose rows are among them. */
  readonly groups?: readonly GroupSummary[];
}

/** A row by its id, which is its container's own. */
export const rowOf = ({ container, id }: Pick<KudosRecord, 'container' | 'id'>): string =>
  JSON.stringify([container, id]);

/** Whose thank-you a row belongs to: a batch is its giver's own, and in one place. */
export const batchOf = ({ author, container, fields }: KudosRecord): string =>
  JSON.stringify([author, container, fields.batch]);

/** @param names of groups that are known without their records. */
export const summaryOfGroup = (
  id: string,
  found: ReadonlyMap<string, GroupRecord>,
  names?: ReadonlyMap<string, string>,
): GroupSummary => ({ id, name: names?.get(id) ?? found.get(id)?.fields.name ?? '' });

/**
 * Joins admitted rows into thank-yous, newest first. Somebody else's row never joins a batch, and a
 * batch thanks no more people than its giver could choose. A thank-you to nobody who is here is left out.
 */
export function foldThankYous(
  records: readonly KudosRecord[],
  me: PersonId,
  person: FindPerson,
  about: AboutThankYous = {},
): ThankYou[] {
  const batches = new Map<string, KudosRecord[]>();
  for (const record of records) {
    const id = batchOf(record);
    batches.set(id, [...(batches.get(id) ?? []), record]);
  }
  return [...batches.values()]
    .map((batch) => thankYouOf(batch, me, person, about))
    .filter(({ recipients }) => recipients.length > 0)
    .sort((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
}

function thankYouOf(
  rows: readonly KudosRecord[],
  me: PersonId,
  person: FindPerson,
  { kept, groups = [] }: AboutThankYous,
): ThankYou {
  const first = rows.reduce((a, b) => (b.created < a.created ? b : a));
  const own = rows.filter(({ fields }) => fields.recipient === me);
  const named = [...new Set(rows.map(({ fields }) => fields.recipient))];
  const group = groups.find(({ id }) => groupContainer(id) === first.container);
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
    ...(group ? { group } : {}),
    ...(own.length > 0 ? { forMe: true } : {}),
    ...(own.some((row) => kept?.has(rowOf(row))) ? { isKept: true } : {}),
  };
}
