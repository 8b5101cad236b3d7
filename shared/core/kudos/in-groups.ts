/** The newest thanks in the reader's own groups, for the feed of all thanks. */
import { groupsAmong, groupsOf } from '../groups/groups-of.ts';
import type { GroupSummary } from '../groups/group.ts';
import { isMembership } from '../groups/memberships.ts';
import { joinedBy } from '../groups/memberships-of.ts';
import { amongReadable } from '../groups/readable.ts';
import { groupContainer } from '../kernel/container.ts';
import { newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import { keptAmong, newestKept } from '../thanks/kept.ts';
import { groupThanks, thanksKind } from './collection.ts';
import { isGroupThanks } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';

/** So many of them are in the feed, with those to several people a row each. */
const mostRows = 100;
/** Open groups cost a host one question together, closed ones a question each. */
const mostOpen = 50;
const mostClosed = 6;

export interface ThanksInGroups {
  readonly thanks: readonly KudosRecord[];
  /** Those that their recipients keep, by `rowOf`. */
  readonly kept: ReadonlySet<string>;
  readonly groups: readonly GroupSummary[];
}

interface OwnGroups {
  readonly groups: readonly string[];
  /** What open groups were called when they were joined. */
  readonly names: ReadonlyMap<string, string>;
}

/** Those that the reader muted are left out. */
export async function readOwnGroups({ store, containers }: Host, me: PersonId): Promise<OwnGroups> {
  const [[joined, own], closed] = await Promise.all([
    store.read([joinedBy(me), ownPreferences(me)]),
    containers.joined(),
  ]);
  const { muted } = preferencesIn(own.records);
  const rows = joined.records.filter(isMembership);
  const isHeard = (group: string): boolean => !muted.has(group);
  const open = [...new Set(rows.map(({ fields }) => fields.group))].filter(isHeard);
  return {
    groups: [...open.slice(0, mostOpen), ...closed.filter(isHeard).slice(0, mostClosed)],
    names: new Map(rows.map(({ fields }) => [fields.group, fields.name])),
  };
}

export const none: ThanksInGroups = { thanks: [], kept: new Set(), groups: [] };

/** In groups that the reader only reads nothing is looked for. */
export const thanksInGroups = (host: Host, own: OwnGroups): Promise<ThanksInGroups> =>
  amongReadable(host, own.groups, (groups) => ask(host, groups, own));

async function ask(
  { store }: Host,
  groups: readonly string[],
  { names }: OwnGroups,
): Promise<ThanksInGroups> {
  if (groups.length === 0) return none;
  const nameless = groups.filter((group) => !names.has(group));
  const [found, hidden, ...named] = await store.read([
    newest(groupThanks, {
      containers: groups.map(groupContainer),
      of: { index: 'byKind', eq: thanksKind },
      since: 0,
      limit: mostRows,
    }),
    newestKept(groups),
    ...groupsOf(nameless),
  ]);
  const thanks = found.records.filter(isGroupThanks);
  if (thanks.length === 0) return none;
  const records = groupsAmong(
    named.flatMap((answer) => answer.records),
    nameless,
  );
  return {
    thanks,
    kept: await keptAmong(store, hidden, thanks),
    groups: groups.map((id) => ({
      id,
      name: names.get(id) ?? records.get(id)?.fields.name ?? '',
    })),
  };
}
