/**
 * Who are the stewards of an open group, and since when: folded from its founder and from acts that appoint
 * and dismiss. Every client has the same answer from the same rows, in whatever order they arrive.
 */
import { kindOf } from '../kernel/container.ts';
import type { Instant, PersonId, Stamp } from '../kernel/record.ts';
import { isAct } from './acts.ts';
import type { ActRecord } from './acts.ts';

/** A founder appoints, those appoint others, and so on: so often and no more. */
export const mostSteps = 4;
/** Most stewards that stewards appoint. The desk may appoint more. */
export const mostStewards = 30;

/** What the fold is made of. */
export interface StewardLog {
  /** As the host itself knows it. */
  readonly founder?: PersonId | undefined;
  /** Acts that appoint and dismiss, of the group's desk and of its container; others change nothing. */
  readonly rows: readonly ActRecord[];
}

/** Somebody who is a steward. */
export interface Steward {
  /** A founder is one from the start. */
  readonly since: Instant;
  /** The id of the act that made them one; a founder has none. */
  readonly act?: string;
  /** How many steps from the founder or the desk. */
  readonly step: number;
}

/** When people were stewards. */
export interface Terms {
  /** Whether somebody was one at a moment, with all that happened until then. */
  includes(person: PersonId, instant: Instant): boolean;
  /** Those who are one after all rows. */
  readonly now: ReadonlyMap<PersonId, Steward>;
  /** Everybody who ever was one, in the order of their first appointment. */
  readonly ever: readonly PersonId[];
}

/** A row that was changed says what it says since then. */
export const momentOf = ({ created, modified }: Stamp): Instant => Math.max(created, modified);

const isOnDesk = ({ container }: Stamp): boolean => kindOf(container) === 'desk';

/** Ids are numbers of one base: the longer one is the greater one. */
const byId = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** By time; what lies on the desk comes first, then the lower id. */
export const inOrder = (one: Stamp, other: Stamp): number =>
  momentOf(one) - momentOf(other) ||
  Number(isOnDesk(other)) - Number(isOnDesk(one)) ||
  byId(one.id, other.id);

/** The same, but of one moment what lies on the desk comes last: about a message it is the desk that decides. */
export const deskLast = (one: Stamp, other: Stamp): number =>
  momentOf(one) - momentOf(other) ||
  Number(isOnDesk(one)) - Number(isOnDesk(other)) ||
  byId(one.id, other.id);

const sincePrefix = 'since:';

/**
 * The target of an act by which a steward confirms a colleague who has been one since a moment. It makes
 * nobody a steward again whom somebody dismissed meanwhile.
 */
export const confirming = (since: Instant): string => sincePrefix + String(since);

/** @returns undefined for an act that appoints whatever was before. */
function confirmedSince({ fields: { target } }: ActRecord): Instant | undefined {
  if (target === '') return undefined;
  const since = target.startsWith(sincePrefix) ? Number(target.slice(sincePrefix.length)) : NaN;
  return Number.isFinite(since) ? since : Infinity;
}

interface Term {
  readonly from: Instant;
  readonly until: Instant;
}

/** @returns the terms of all stewards. Rows that do not count are passed over. */
export function termsOf({ founder, rows }: StewardLog): Terms {
  const now = new Map<PersonId, Steward>();
  const over = new Map<PersonId, Term[]>();
  const ever = new Set<PersonId>();
  const start = (person: PersonId, steward: Steward): void => {
    now.set(person, steward);
    ever.add(person);
  };
  if (founder !== undefined) start(founder, { since: 0, step: 0 });

  const appoint = (row: ActRecord, isDesk: boolean): void => {
    const { person } = row.fields;
    const step = isDesk ? 0 : (now.get(row.author)?.step ?? mostSteps) + 1;
    const before = now.get(person);
    if (before) {
      // Who appointed them first may go; those who confirm them stay.
      now.set(person, { ...before, step: Math.min(before.step, step) });
      return;
    }
    const isFull = step > mostSteps || now.size >= mostStewards;
    const dismissed = over.get(person)?.at(-1)?.until ?? -1;
    const isStale = dismissed >= (confirmedSince(row) ?? Infinity);
    if ((isDesk || !isFull) && !isStale) start(person, { since: momentOf(row), act: row.id, step });
  };

  const dismiss = (row: ActRecord, isDesk: boolean): void => {
    const { person } = row.fields;
    const steward = now.get(person);
    if (!steward) return;
    const isFounder = person === founder && row.author !== person;
    if (!isDesk && (isFounder || now.size === 1)) return;
    now.delete(person);
    const term = { from: steward.since, until: momentOf(row) };
    over.set(person, [...(over.get(person) ?? []), term]);
  };

  for (const row of rows.filter(isAct).sort(inOrder)) {
    const isDesk = isOnDesk(row);
    if (!isDesk && !now.has(row.author)) continue;
    if (row.fields.family === 'appoint') appoint(row, isDesk);
    if (row.fields.family === 'dismiss') dismiss(row, isDesk);
  }

  return {
    includes: (person, instant) => {
      const steward = now.get(person);
      if (steward && steward.since <= instant) return true;
      return (over.get(person) ?? []).some(({ from, until }) => from <= instant && instant < until);
    },
    now,
    ever: [...ever],
  };
}

/** The stewards at a moment, with all that happened until then. */
export function stewardsAt(log: StewardLog, instant: Instant): ReadonlySet<PersonId> {
  const { ever, includes } = termsOf(log);
  return new Set(ever.filter((person) => includes(person, instant)));
}
