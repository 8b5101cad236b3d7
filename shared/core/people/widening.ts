/** Whether more people can read a place than when somebody began to write. */
import type { Audience, EachReader, ReadingGroups } from '../kernel/audience.ts';
import { reaches } from './audience.ts';

/** What made an audience wider. */
export interface Widening {
  /** How many people came, where that is known. */
  readonly count?: number;
  /** First names of members who came; never of others who may read. */
  readonly firstNames: readonly string[];
}

const some = (count: number, firstNames: readonly string[] = []): Widening | undefined =>
  count > 0 ? { count, firstNames } : undefined;

/** Somebody new counts although somebody else left: what was begun was not for them. */
function amongEach(before: EachReader, now: EachReader): Widening | undefined {
  if (!before.members || !now.members) {
    return some(Math.max(now.count - before.count, (now.guests ?? 0) - (before.guests ?? 0)));
  }
  const known = new Set(before.members.map(({ id }) => id));
  const came = now.members.filter(({ id }) => !known.has(id));
  return some(
    came.length,
    came.map(({ firstName }) => firstName),
  );
}

const reachOf = ({ everyone }: ReadingGroups): number =>
  everyone === undefined ? -1 : reaches.indexOf(everyone);

/** Sizes of groups are known roughly, and change with every colleague who starts: who has the right counts. */
function amongGroups(before: ReadingGroups, now: ReadingGroups): Widening | undefined {
  const isNew = now.groups.some((name) => !before.groups.includes(name));
  if (isNew || reachOf(now) > reachOf(before)) return { firstNames: [] };
  return some(Math.max(now.people - before.people, (now.guests ?? 0) - (before.guests ?? 0)));
}

/**
 * What is to be asked of somebody who is about to send.
 * @param before who could read when they began.
 * @returns undefined where nobody more can read, or where nobody can tell: a narrower audience asks nothing.
 */
export function wideningOf(before: Audience, now: Audience): Widening | undefined {
  if (now.kind === 'groups') {
    if (before.known) return { firstNames: [] };
    return before.kind === 'groups' ? amongGroups(before, now) : undefined;
  }
  if (now.kind === 'place') return before.known ? { firstNames: [] } : undefined;
  return before.known && now.known ? amongEach(before, now) : undefined;
}
