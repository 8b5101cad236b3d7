/** The newest thanks in the reader's own groups, for the feed of all thanks. */
import type { Reach } from '../catch-up/reach.ts';
import { groupsAmong, groupsOf } from '../groups/groups-of.ts';
import type { GroupSummary } from '../groups/group.ts';
import { amongReadable } from '../groups/readable.ts';
import { groupContainer } from '../kernel/container.ts';
import { admitNewest } from '../kernel/admit-since.ts';
import { newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { keptAmong, newestKept } from '../thanks/kept.ts';
import { groupThanks, thanksKind } from './collection.ts';
import { isGroupThanks } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';
import { summaryOfGroup } from './thank-you.ts';

/** So many of them are in the feed, with those to several people a row each. */
const mostRows = 100;

export interface ThanksInGroups {
  readonly thanks: readonly KudosRecord[];
  /** Those that their recipients keep, by `rowOf`. */
  readonly kept: ReadonlySet<string>;
  readonly groups: readonly GroupSummary[];
  /** How many rows broke a rule, and one more where not all could be looked through. */
  readonly dropped: number;
}

export const none: ThanksInGroups = { thanks: [], kept: new Set(), groups: [], dropped: 0 };

/** In groups that the reader muted, and in those that they only read, nothing is looked for. */
export function thanksInGroups(host: Host, reach: Reach): Promise<ThanksInGroups> {
  const own = reach.groups.filter((group) => reach.since.has(group));
  return amongReadable(host, own, (groups) => ask(host, groups, reach));
}

async function ask(
  { store }: Host,
  groups: readonly string[],
  { names }: Reach,
): Promise<ThanksInGroups> {
  if (groups.length === 0) return none;
  const nameless = groups.filter((group) => !names.has(group));
  const query = newest(groupThanks, {
    containers: groups.map(groupContainer),
    of: { index: 'byKind', eq: thanksKind },
    since: 0,
    limit: mostRows,
  });
  const [found, hidden, ...named] = await store.read([
    query,
    newestKept(groups),
    ...groupsOf(nameless),
  ]);
  const admitted = await admitNewest(store, query, found, isGroupThanks);
  const { records: thanks } = admitted;
  const isStopped = admitted.isMore && thanks.length < mostRows;
  const dropped = admitted.dropped + (isStopped ? 1 : 0);
  if (thanks.length === 0) return { ...none, dropped };
  const records = groupsAmong(
    named.flatMap((answer) => answer.records),
    nameless,
  );
  return {
    thanks,
    kept: await keptAmong(store, hidden, thanks),
    groups: groups.map((id) => summaryOfGroup(id, records, names)),
    dropped,
  };
}
