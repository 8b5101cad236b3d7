/** Questions that nobody has answered for five working days: their group's stewards are told. */
import { admitPage } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import { isKantineError } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { maxIn } from '../kernel/query.ts';
import { newestActs } from '../stewards/acts.ts';
import { maybeStewardOf } from '../stewards/maybe-steward.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { isQuestion, newestQuestions } from './asked.ts';
import { stillWaiting } from './still-waiting.ts';
import { workingDays } from './working-days.ts';

/** A question waits for stewards from so many working days on, which are as many days at least. */
const waitsFrom = 5;
/** Nobody is reminded of what was asked longer ago. */
const mostDays = 90;

/** The questions of one group that have waited for so long. */
export interface LongUnanswered {
  readonly group: string;
  readonly questions: number;
  /** How many whole working days the oldest of them has waited. */
  readonly workingDays: number;
}

/** @returns undefined where nothing waits, or the reader is no steward. */
async function waitingIn(
  host: Host,
  group: string,
  me: PersonId,
  now: Instant,
): Promise<LongUnanswered | undefined> {
  const range = { from: now - mostDays * dayLength, to: now - waitsFrom * dayLength };
  const query = { ...newestQuestions(group, maxIn), range };
  const [{ areMe }, [first, decided]] = await Promise.all([
    stewardsOf(host, group),
    host.store.read([query, newestActs(groupContainer(group))]),
  ]);
  if (!areMe) return undefined;
  const { records } = await admitPage(host.store, query, first, isQuestion);
  const old = records.filter(
    ({ author, created }) => author !== me && workingDays(created, now) >= waitsFrom,
  );
  if (old.length === 0) return undefined;
  const { waiting } = await stillWaiting(host, group, old.slice(0, maxIn), decided);
  if (waiting.length === 0) return undefined;
  const oldest = Math.min(...waiting.map(({ created }) => created));
  return {
    group,
    questions: waiting.length,
    workingDays: Math.floor(workingDays(oldest, now)),
  };
}

/** A group that the reader may not read, or no more, is left out without a notice. */
const nothingOfOthers = (error: unknown): undefined => {
  if (isKantineError(error, 'Forbidden') || isKantineError(error, 'NotFound')) return undefined;
  throw error;
};

/**
 * Those of the longest wait first. One round trip where the reader is no steward, three more for all groups
 * together where they are.
 */
export async function readLongUnanswered(
  host: Host,
  groups: readonly string[],
): Promise<readonly LongUnanswered[]> {
  const distinct = [...new Set(groups)];
  const me = await host.identity.me();
  const now = await host.clock.server();
  const some = await maybeStewardOf(host, me, distinct).catch((error: unknown) => {
    nothingOfOthers(error);
    // One of them is not for the reader: each is asked for by itself.
    return distinct;
  });
  const each = await Promise.all(
    some.map((group) => waitingIn(host, group, me, now).catch(nothingOfOthers)),
  );
  return each
    .filter((one) => one !== undefined)
    .toSorted((one, other) => other.workingDays - one.workingDays);
}
