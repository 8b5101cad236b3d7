/** What the list of groups shows, and the pure changes to it. */
import type { GroupPage, GroupRequest, GroupView } from '@kantine/core';
import { byName } from '../kit/by-name.ts';

export interface Loaded {
  readonly me: string;
  readonly own: readonly GroupView[];
  readonly others: readonly GroupView[];
  /** Where the next page begins. */
  readonly cursor?: string | undefined;
  /** The next page begins with groups of other spaces; without this, with older ones. */
  readonly elsewhere?: true | undefined;
  readonly requests: readonly GroupRequest[];
  /** How many rows are left out of what is loaded. */
  readonly dropped: number;
}

/** An owner's answer to a request. */
export interface RequestAnswer {
  readonly said: string;
  readonly request: GroupRequest;
  readonly how: 'approve' | 'decline';
}

/** The list with a group as the reader's own write left it; undefined where they no longer know of it. */
export function withGroup(loaded: Loaded, group: string, now: GroupView | undefined): Loaded {
  const { own, others } = loaded;
  const isOther = ({ id }: GroupView): boolean => id !== group;
  const without = { ...loaded, own: own.filter(isOther), others: others.filter(isOther) };
  if (!now) return without;
  const startedBy = [...own, ...others].find(({ id }) => id === group)?.startedBy;
  const shown = listed(startedBy ? { startedBy, ...now } : now);
  const place = now.joined || now.requested || now.asked ? 'own' : 'others';
  return { ...without, [place]: [...without[place], shown].sort(byName) };
}

/** A list tells nothing of the members of a closed group, so that nothing of it may be out of date. */
const listed = (group: GroupView): GroupView =>
  group.access === 'open' ? group : { ...lacking(group, 'memberCount'), members: [] };

/** The same group, without a fact that no longer holds. */
export function lacking<Fact extends 'memberCount' | 'asked' | 'invited'>(
  group: GroupView,
  fact: Fact,
): Omit<GroupView, Fact> {
  const rest = { ...group };
  Reflect.deleteProperty(rest, fact);
  return rest;
}

/** The list after an owner answered a request. */
export function withAnswer(loaded: Loaded, { request, how }: RequestAnswer): Loaded {
  const isOther = ({ group, by }: GroupRequest): boolean =>
    group !== request.group || by.id !== request.by.id;
  const rest = { ...loaded, requests: loaded.requests.filter(isOther) };
  const isOwn = how === 'decline' && request.by.id === loaded.me;
  return isOwn ? withGroup(rest, request.group, undefined) : rest;
}

/**
 * The list with a further page.
 * @param asked where the page begins; it belongs to nothing where the list goes on elsewhere by now.
 */
export function withPage(
  loaded: Loaded,
  asked: string,
  { others, cursor, elsewhere, dropped }: GroupPage,
): Loaded {
  if (loaded.cursor !== asked) return loaded;
  const known = new Set([...loaded.own, ...loaded.others].map(({ id }) => id));
  const further = others.filter(({ id }) => !known.has(id));
  return {
    ...loaded,
    others: [...loaded.others, ...further].sort(byName),
    cursor,
    elsewhere,
    dropped: loaded.dropped + dropped,
  };
}

/**
 * A fresh first page, with what was loaded beyond it. Groups on both are as the fresh page says; a group that
 * the reader left meanwhile is on the fresh page among the others, or behind its cursor.
 */
export function withFurther(fresh: Loaded, before: Loaded | undefined): Loaded {
  if (!before || fresh.cursor === undefined || before.cursor === fresh.cursor) return fresh;
  const known = new Set([...fresh.own, ...fresh.others].map(({ id }) => id));
  const further = before.others.filter(({ id }) => !known.has(id));
  const { cursor, elsewhere } = before;
  return { ...fresh, others: [...fresh.others, ...further].sort(byName), cursor, elsewhere };
}
