/** A page of groups: the reader's own, and others that they may know of. */
import { admitPage } from '../kernel/admit.ts';
import { groupContainer, isClosed } from '../kernel/container.ts';
import { inParts } from '../kernel/in-parts.ts';
import type { Host } from '../kernel/ports.ts';
import { maxIn } from '../kernel/query.ts';
import type { Answer } from '../kernel/query.ts';
import { withinDailyLimit } from './daily-limit.ts';
import { groupsAsked } from './asked.ts';
import { groupIdOf } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { knownGroup } from './known.ts';
import { withStarters } from './lookalikes.ts';
import { groupsAmong, groupsOf } from './groups-of.ts';
import { isGroup, isMembership } from './memberships.ts';
import { joinedBy } from './memberships-of.ts';
import { newestGroups } from './newest.ts';
import { ownRequests, requestedView } from './requests.ts';
import type { RequestedGroup } from './requests.ts';
import { nextAfter } from './start.ts';
import type { Start } from './start.ts';
import { ownClosedGroupView, outsideView } from './closed-views.ts';
import { aboutGroups, byName, openGroupViews } from './views.ts';
import type { FoundGroup } from './views.ts';
import { loadListActs, withDecided } from './with-decided.ts';

export interface GroupPage {
  /** The groups that the reader is in, asked for, or asks to be let into, by name; with the first page only. */
  readonly own: readonly GroupView[];
  /**
   * Other groups, by name; on a later page older ones. On a page in a part of the host, such as a space of
   * Confluence, those of that part come first.
   */
  readonly others: readonly GroupView[];
  /** Where the next page begins. */
  readonly cursor?: string;
  /** The next page begins with groups of other parts of the host; without this, with older ones. */
  readonly elsewhere?: true;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

/** Open groups as people see them; a question is about 60 of them at most. */
async function openViews(host: Host, found: readonly FoundGroup[]): Promise<readonly GroupView[]> {
  const me = await host.identity.me();
  const views = await Promise.all(
    inParts(found).map(async (part) => {
      const queries = aboutGroups(
        part.map(({ id }) => id),
        me,
      );
      return openGroupViews(host, part, await host.store.read(queries));
    }),
  );
  return views.flat();
}

/** The records of groups that the reader is in, by id. */
async function recordsOf(
  { store }: Host,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GroupRecord>> {
  if (ids.length === 0) return new Map();
  const answers = await store.read(groupsOf(ids));
  return groupsAmong(
    answers.flatMap(({ records }) => records),
    ids,
  );
}

/** Rows alone make no group: a group without a record is one only where the host has a container for it. */
async function withContainer(
  { containers }: Host,
  found: readonly FoundGroup[],
): Promise<readonly FoundGroup[]> {
  const lost = found.filter(({ record }) => !record).map(({ id }) => groupContainer(id));
  if (lost.length === 0) return found;
  const rights = await containers.rights(lost);
  return found.filter(({ id, record }) => record ?? rights.get(groupContainer(id)) !== 'none');
}

/** The open groups that somebody joined, by their own rows. */
function openGroupsIn({ records }: Answer<ReturnType<typeof joinedBy>>): readonly string[] {
  const joined = records.filter(isMembership).map(({ fields }) => fields.group);
  return [...new Set(joined)].slice(0, maxIn);
}

/** The groups that the reader is in, asked for, or asks to be let into. */
interface Own {
  readonly open: readonly FoundGroup[];
  readonly closed: readonly string[];
  readonly requested: readonly RequestedGroup[];
  /** Closed groups that the reader asks to be let into. */
  readonly asked: readonly string[];
  /** The records of all these but the requested ones. */
  readonly records: ReadonlyMap<string, GroupRecord>;
}

/**
 * @param ids of the open ones.
 * @param joined the closed ones.
 */
async function ownGroups(
  host: Host,
  ids: readonly string[],
  joined: readonly string[],
): Promise<Own> {
  const [requests, asked] = await Promise.all([ownRequests(host), groupsAsked(host, joined)]);
  const closed = joined.filter(isClosed).slice(0, maxIn);
  const records = await recordsOf(host, [...ids, ...closed, ...asked.slice(0, maxIn)]);
  const open = await withContainer(
    host,
    ids.map((id) => ({ id, record: records.get(id) })),
  );
  return {
    open,
    closed,
    requested: requests.filter(({ group }) => !joined.includes(group)),
    asked,
    records,
  };
}

/** Those that the reader may read. */
const readableOf = ({ open, closed }: Own): readonly string[] => [
  ...open.map(({ id }) => id),
  ...closed,
];

async function ownViews(
  host: Host,
  { open, closed, requested, asked, records }: Own,
): Promise<readonly GroupView[]> {
  const outside = asked.flatMap((group) => {
    const record = records.get(group);
    return record ? [outsideView(host, knownGroup(record), true)] : [];
  });
  const inClosed = closed.flatMap((group) => {
    const record = records.get(group);
    return record ? [ownClosedGroupView(host, knownGroup(record))] : [];
  });
  const views = [...(await openViews(host, open)), ...inClosed, ...outside];
  return [...views, ...requested.map(requestedView)].sort(byName);
}

/** Groups that the reader is not in, as people see them. */
async function otherViews(
  host: Host,
  records: readonly GroupRecord[],
): Promise<readonly GroupView[]> {
  const open = records.filter(({ fields }) => fields.access === 'open');
  const closed = records.filter(({ fields }) => fields.access !== 'open');
  return [
    ...(await openViews(
      host,
      open.map((record) => ({ id: groupIdOf(record), record })),
    )),
    ...closed.map((record) => outsideView(host, knownGroup(record), false)),
  ];
}

/** The groups that the reader is in, asked for, or asks to be let into, by name; at most 60 of each kind. */
export async function browseOwn(host: Host): Promise<readonly GroupView[]> {
  const me = await host.identity.me();
  const [[ids], joined, { decidedAbout }] = await Promise.all([
    host.store.read([joinedBy(me)]),
    host.containers.joined(),
    loadListActs(),
  ]);
  const mine = await ownGroups(host, openGroupsIn(ids), joined);
  const [views, decided] = await Promise.all([
    ownViews(host, mine),
    decidedAbout(host, readableOf(mine)),
  ]);
  return withStarters(host, withDecided(views, decided), mine.records);
}

/**
 * @param start of the page.
 * @param isFirst whether the reader's own groups come with it; later pages tell of other groups alone.
 */
export async function browse(host: Host, start: Start, isFirst: boolean): Promise<GroupPage> {
  const { store, containers } = host;
  const query = newestGroups(maxIn, start);
  const me = await host.identity.me();
  const [[first, ids], joined, { decidedAbout }] = await Promise.all([
    store.read([query, joinedBy(me)]),
    containers.joined(),
    loadListActs(),
  ]);
  const [page, mine] = await Promise.all([
    admitPage(store, query, first, isGroup),
    ownGroups(host, openGroupsIn(ids), joined),
  ]);
  const kept = await withinDailyLimit(store, page.records);
  const known = new Set([
    ...joined,
    ...mine.open.map(({ id }) => id),
    ...mine.requested.map(({ group }) => group),
    ...mine.asked,
  ]);
  const strange = kept.filter((record) => !known.has(groupIdOf(record)));
  const open = strange.filter(({ fields }) => fields.access === 'open').map(groupIdOf);
  // To look into other parts of a host costs the reader: what was decided there is told where one opens a group.
  const here = start.where === 'elsewhere' ? [] : open;
  const [own, others, decided] = await Promise.all([
    isFirst ? ownViews(host, mine) : [],
    otherViews(host, strange),
    decidedAbout(host, [...(isFirst ? readableOf(mine) : []), ...here]),
  ]);
  const all = new Map([
    ...mine.records,
    ...kept.map((record) => [groupIdOf(record), record] as const),
  ]);
  const told = await withStarters(host, withDecided([...own, ...others], decided), all);
  return {
    own: told.slice(0, own.length),
    others: told.slice(own.length).sort(byName),
    ...nextAfter(start, first, page.cursor),
    dropped: page.dropped + page.records.length - kept.length,
  };
}
