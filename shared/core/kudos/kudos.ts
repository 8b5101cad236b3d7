/**
 * Thanks that cannot be forged. One row is one giver's thanks to one recipient. A kudos takes one of
 * the giver's numbered places of the week, and the place is the row's key, unique for its author:
 * nobody can hold more places than there are, whatever they write, and each row is judged by itself.
 */
import { isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { newest } from '../kernel/newest-query.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import { isValueId } from '../settings/value-id.ts';
import { limits } from '../settings/settings.ts';
import { countWords } from '../kernel/accept-text.ts';
import { groupThanks, kudos, thanksKind } from './collection.ts';
import { weekName } from './week.ts';

/** A row of thanks, of the community's or of a group's. */
export type KudosRecord = RecordOf<typeof kudos>;
export type GroupThanksRecord = RecordOf<typeof groupThanks>;

/** The key of a kudos: its giver's nth place of a week. */
export const placeKey = (week: string, place: number): string =>
  JSON.stringify(['kudos', week, place]);

/** The key of a thank-you that takes no place. */
export const thanksKey = (batch: string, recipient: PersonId): string =>
  JSON.stringify(['thanks', batch, recipient]);

/** The giver's clock and the host's may disagree about when Monday begins, by this much. */
const clockTolerance: Instant = 5 * 60 * 1000;

/** Every key that a kudos stamped at this moment may have. */
function placesAt(created: Instant): Set<string> {
  const weeks = [created - clockTolerance, created + clockTolerance].map(weekName);
  const places = Array.from({ length: limits.kudosPerWeek }, (_, place) => place);
  return new Set(weeks.flatMap((week) => places.map((place) => placeKey(week, place))));
}

/** Whether the row took one of the giver's places; a plain thank-you does not. */
export const isKudos = ({ created, key }: KudosRecord): boolean => placesAt(created).has(key);

/** Within this time a thank-you that is sent again has not been read for long. In milliseconds. */
export const correctable = 10 * 60_000;
/** A host may stamp what a row is made of one after the other. In milliseconds. */
const stamping = 60_000;

/**
 * Kantine changes thanks while they are new alone, and gives no reader a way to see that they were changed; an
 * owner who blanks them leaves no reason. What was changed later was changed by hand.
 */
const isChangedLate = ({ created, modified }: KudosRecord): boolean =>
  modified > created + correctable + stamping;

/**
 * Drops thanks that were changed by hand, to oneself, without a known value or a reason, over the allowance, or under a key
 * that names another week or recipient.
 */
function admitKudos(record: KudosRecord): boolean {
  const { author, key, fields } = record;
  // Of values that owners add a feed shows those that there are.
  const isValue = isValueId(fields.value);
  const hasReason = countWords(fields.reason) >= limits.kudosReasonWords;
  if (isChangedLate(record)) return false;
  if (fields.recipient === author || !isValue || !hasReason) return false;
  return key === thanksKey(fields.batch, fields.recipient) || isKudos(record);
}

export const isThanks = (record: KudosRecord): boolean =>
  isWellFormed(kudos, record) && admitKudos(record);

/** Drops what is no thanks, and what takes a place: in groups there are none. */
export const isGroupThanks = (record: GroupThanksRecord): boolean =>
  isWellFormed(groupThanks, record) &&
  record.fields.kind === thanksKind &&
  admitKudos(record) &&
  !isKudos(record);

/** The query for the newest thanks that somebody received in some groups, at most 60. */
export const receivedInGroups = (
  person: PersonId,
  groups: readonly string[],
  since: Instant,
  limit: number,
) =>
  newest(groupThanks, {
    containers: groups.map(groupContainer),
    of: { index: 'byRecipient', eq: person },
    since,
    limit,
  });

/** The query for the newest thanks that somebody received. */
export const kudosReceived = (person: PersonId) =>
  rows(kudos, {
    container: communityContainer,
    index: 'byRecipient',
    eq: person,
    order: 'descending',
    limit: maxLimit,
  });
