/** What may wait for the reader: rows that name them, before the messages themselves are looked at. */
import { isMention, mentions } from '../mentions/collection.ts';
import type { MentionRecord } from '../mentions/collection.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import { dayLength, dayStart } from '../kernel/day.ts';
import { isKantineError } from '../kernel/errors.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { Instant, PersonId, StoredRecord } from '../kernel/record.ts';
import { comments, readMarks } from '../wall/message.ts';
import type { CommentRecord } from '../wall/message.ts';
import { doneKey } from './done-key.ts';

/** What is older waits no more, however long somebody was away. */
const waitsFor = 14 * dayLength;

/** Most mentions of one person by one author in one group on one day. */
const mostADay = 20;

export interface Candidates {
  readonly mentions: readonly MentionRecord[];
  readonly answers: readonly CommentRecord[];
  /** How many rows broke a rule. */
  readonly dropped: number;
  /** Whether there may be more than these. */
  readonly isMore: boolean;
  /** How many groups could not be looked at. */
  readonly failed: number;
}

type Found = Awaited<ReturnType<typeof ask>>;

/** @throws Forbidden where the reader may not read one of the groups any more. */
async function ask({ store, clock }: Host, groups: readonly string[], me: PersonId) {
  const query = {
    containers: groups.map(groupContainer),
    of: { index: 'byPerson', eq: me },
    since: clock.now() - waitsFor,
    limit: maxNewest,
  };
  const keys = groups.map((group) => doneKey(group));
  const [named, answered, marks] = await store.read([
    newest(mentions, query),
    newest(comments, query),
    byKeys(readMarks, personContainer(me), me, keys),
  ]);
  return { named, answered, marks };
}

const isPassing = (error: unknown): boolean =>
  isKantineError(error, 'Offline') || isKantineError(error, 'Throttled');

/**
 * Asks for all groups together. Where that fails, those that the reader may not read are left out without a
 * word, and if it fails again, each is asked for by itself.
 */
async function askEach(
  host: Host,
  groups: readonly string[],
  me: PersonId,
): Promise<{ readonly found: readonly Found[]; readonly failed: number }> {
  const rights = host.containers.rights(groups.map(groupContainer));
  rights.catch(() => undefined);
  try {
    return { found: [await ask(host, groups, me)], failed: 0 };
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  const mine = await rights;
  const readable = groups.filter((group) => (mine.get(groupContainer(group)) ?? 'none') !== 'none');
  if (readable.length === 0) return { found: [], failed: 0 };
  try {
    return { found: [await ask(host, readable, me)], failed: 0 };
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  const each = await Promise.allSettled(readable.map((group) => ask(host, [group], me)));
  const found = each.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return { found, failed: readable.length - found.length };
}

/** The first rows of each author on each day in each group; what is beyond the limit is dropped. */
function limited<Row extends StoredRecord>(rows: readonly Row[]): readonly Row[] {
  const numbers = new Map<string, number>();
  return rows
    .toSorted((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1))
    .filter(({ author, container, created }) => {
      const day = JSON.stringify([author, container, dayStart(created)]);
      const number = (numbers.get(day) ?? 0) + 1;
      numbers.set(day, number);
      return number <= mostADay;
    });
}

/** @param blocked those whom the reader would rather not see. */
export async function candidatesIn(
  host: Host,
  groups: readonly string[],
  me: PersonId,
  blocked: ReadonlySet<PersonId>,
): Promise<Candidates> {
  const { found, failed } = await askEach(host, groups, me);
  const marks = found.flatMap((each) => each.marks.records);
  const until = new Map<string, Instant>(
    marks
      .filter((row) => isWellFormed(readMarks, row))
      .map(({ key, fields }) => [key, fields.until]),
  );
  const containers = new Map(groups.map((group) => [groupContainer(group), group]));
  const isNew = ({ author, container, created }: StoredRecord): boolean =>
    author !== me &&
    !blocked.has(author) &&
    created > (until.get(doneKey(containers.get(container) ?? '')) ?? 0);
  const named = found.flatMap((each) => each.named.records).filter(isNew);
  const fit = limited(named.filter((row) => isMention(row) && row.fields.to === me));
  const answered = found.flatMap((each) => each.answered.records).filter(isNew);
  return {
    mentions: fit,
    answers: answered.filter((row) => isWellFormed(comments, row) && row.fields.to === me),
    dropped: named.length - fit.length,
    isMore: found.some((each) => !each.named.complete || !each.answered.complete),
    failed,
  };
}
