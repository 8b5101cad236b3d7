/** What may wait for the reader: rows that name them, before the messages themselves are looked at. */
import type { Followed } from '../preferences/following.ts';
import { readable } from '../groups/readable.ts';
import { everybody } from '../mentions/everybody.ts';
import { isMention, mentions } from '../mentions/collection.ts';
import type { MentionRecord } from '../mentions/collection.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import { isKantineError } from '../kernel/errors.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, maxLimit, rows } from '../kernel/query.ts';
import type { Answer } from '../kernel/query.ts';
import type { Instant, PersonId, StoredRecord } from '../kernel/record.ts';
import { comments, readMarks } from '../wall/message.ts';
import type { CommentRecord } from '../wall/message.ts';
import { doneKey } from './done-key.ts';
import { limited } from './limited.ts';
import { waitsFor } from './reach.ts';
import type { Reach } from './reach.ts';

/** Most mentions of one person by one author in one group on one day. */
const mostADay = 20;
/** Most messages of one author in one group on one day that mention everybody. */
const mostToEverybody = 3;
/** In so many groups followed posts are looked at: each is a question of its own. */
const mostFollowedIn = 12;

export interface Candidates {
  readonly mentions: readonly MentionRecord[];
  readonly answers: readonly CommentRecord[];
  /** Mentions of everybody, in groups that the reader is in. */
  readonly toEverybody: readonly MentionRecord[];
  /** Comments on posts that the reader follows, since they do. */
  readonly onFollowed: readonly CommentRecord[];
  /** How many rows broke a rule. */
  readonly dropped: number;
  /** Whether there may be more than these. */
  readonly isMore: boolean;
  /** How many groups could not be looked at. */
  readonly failed: number;
}

type Found = Awaited<ReturnType<typeof ask>>;

/** @throws Forbidden where the reader may not read one of the groups any more. */
async function ask(
  { store, clock }: Host,
  groups: readonly string[],
  me: PersonId,
  { since, followed }: Pick<Reach, 'since' | 'followed'>,
) {
  const own = groups.filter((group) => since.has(group));
  const query = {
    containers: groups.map(groupContainer),
    of: { index: 'byPerson', eq: me },
    since: clock.now() - waitsFor,
    limit: maxNewest,
  };
  const toAll = {
    ...query,
    containers: own.map(groupContainer),
    of: { index: 'byPerson', eq: everybody },
  };
  const on = [...new Set(followed.map(({ group }) => group))]
    .filter((group) => groups.includes(group))
    .slice(0, mostFollowedIn)
    .map((group) => commentsOn(group, followed));
  const keys = groups.map((group) => doneKey(group));
  const [named, answered, marks, ...others] = await store.read([
    newest(mentions, query),
    newest(comments, query),
    byKeys(readMarks, personContainer(me), me, keys),
    ...on,
    ...(own.length === 0 ? [] : [newest(mentions, toAll)]),
  ]);
  const onFollowed = others.slice(0, on.length) as readonly Answer<(typeof on)[number]>[];
  const [toEverybody] = others.slice(on.length) as readonly (typeof named)[];
  return { named, answered, marks, onFollowed, toEverybody };
}

/** The query for the newest comments on the posts of a group that are followed. */
const commentsOn = (group: string, followed: readonly Followed[]) =>
  rows(comments, {
    container: groupContainer(group),
    index: 'byPost',
    in: followed.flatMap((each) => (each.group === group ? [each.post] : [])),
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/** What may be over when it is asked again. */
export const isPassing = (error: unknown): boolean =>
  isKantineError(error, 'Offline') || isKantineError(error, 'Throttled');

/**
 * Asks for all groups together. Where that fails, those that the reader may not read are left out without a
 * word, and if it fails again, each is asked for by itself.
 */
async function askEach(
  host: Host,
  groups: readonly string[],
  me: PersonId,
  reach: Pick<Reach, 'since' | 'followed'>,
): Promise<{ readonly found: readonly Found[]; readonly failed: number }> {
  try {
    return { found: [await ask(host, groups, me, reach)], failed: 0 };
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  const theirs = await readable(host, groups);
  if (theirs.length === 0) return { found: [], failed: 0 };
  try {
    return { found: [await ask(host, theirs, me, reach)], failed: 0 };
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  const each = await Promise.allSettled(theirs.map((group) => ask(host, [group], me, reach)));
  const found = each.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return { found, failed: theirs.length - found.length };
}

/** @param all since when everything counts, whether the reader is done with it or not; undefined for what waits. */
export async function candidatesIn(
  host: Host,
  me: PersonId,
  reach: Reach,
  all?: Instant,
): Promise<Candidates> {
  const { groups, blocked, since, followed } = reach;
  const { found, failed } = await askEach(host, groups, me, reach);
  const clockStart = host.clock.now() - waitsFor;
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
    created > (all ?? until.get(doneKey(containers.get(container) ?? '')) ?? 0);
  const named = found.flatMap((each) => each.named.records).filter(isNew);
  const fit = limited(
    named.filter((row) => isMention(row) && row.fields.to === me),
    mostADay,
  );
  const isIn = ({ container, created }: StoredRecord): boolean =>
    created >= (since.get(containers.get(container) ?? '') ?? Infinity);
  const everywhere = found
    .flatMap(({ toEverybody }) => toEverybody?.records ?? [])
    .filter((row) => isNew(row) && isIn(row));
  const fitToAll = limited(
    everywhere.filter((row) => isMention(row) && row.fields.to === everybody),
    mostToEverybody,
  );
  const isFollowed = (row: CommentRecord): boolean =>
    followed.some(
      ({ group, post, since: from }) =>
        post === row.fields.post &&
        groupContainer(group) === row.container &&
        row.created > Math.max(from, clockStart),
    );
  const answered = found.flatMap((each) => each.answered.records).filter(isNew);
  return {
    mentions: fit,
    answers: answered.filter((row) => isWellFormed(comments, row) && row.fields.to === me),
    toEverybody: fitToAll,
    onFollowed: found
      .flatMap(({ onFollowed }) => onFollowed.flatMap(({ records }) => records))
      .filter((row) => isNew(row) && isWellFormed(comments, row) && isFollowed(row)),
    dropped: named.length - fit.length + everywhere.length - fitToAll.length,
    isMore: found.some(
      ({ named: some, answered: others, toEverybody }) =>
        !some.complete || !others.complete || toEverybody?.complete === false,
    ),
    failed,
  };
}
