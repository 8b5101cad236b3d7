/** A page of groups: the reader's own, and others that they may know of. */
import { admitPage } from '../kernel/admit.ts';
import { communityContainer, groupContainer, isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxIn, rows } from '../kernel/query.ts';
import { groups } from './collections.ts';
import { withinDailyLimit } from './daily-limit.ts';
import { accessOf, founderOf, groupIdOf } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { knownGroup } from './known.ts';
import { withStarters } from './lookalikes.ts';
import { findGroup, groupById, groupsById, isGroup, isMembership } from './memberships.ts';
import { joinedBy } from './memberships-of.ts';
import { ownRequests, requestedView } from './requests.ts';
import { aboutGroups, closedGroupView, openGroupViews } from './views.ts';
import type { FoundGroup } from './views.ts';

export interface GroupPage {
  /** The groups that the reader is in or asked for, by name; with the first page only. */
  readonly own: readonly GroupView[];
  /** Other groups, by name; on a later page older ones. */
  readonly others: readonly GroupView[];
  /** Where older groups begin. */
  readonly cursor?: string;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

const newest = (after: string | undefined) =>
  rows(groups, {
    container: communityContainer,
    index: 'recent',
    order: 'descending',
    limit: maxIn,
    ...(after === undefined ? {} : { cursor: after }),
  });

const byName = (a: GroupView, b: GroupView): number => a.name.localeCompare(b.name);

/** Open groups as people see them; a question is about 60 of them at most. */
async function openViews(host: Host, found: readonly FoundGroup[]): Promise<readonly GroupView[]> {
  const me = await host.identity.me();
  const parts = Array.from({ length: Math.ceil(found.length / maxIn) }, (_, part) =>
    found.slice(part * maxIn, (part + 1) * maxIn),
  );
  const views = await Promise.all(
    parts.map(async (part) => {
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
  // The others lie where their ids say.
  const isById = (group: string): boolean =>
    accessOf(group) !== 'secret' && founderOf(group) === undefined;
  const byId = ids.filter(isById).slice(0, maxIn);
  const others = ids.filter((group) => !isById(group)).slice(0, maxIn);
  const [known, ...answers] = await store.read([groupsById(byId), ...others.map(groupById)]);
  const found = [
    ...byId.map((group) => findGroup(known.records, group)),
    ...others.map((group, position) => findGroup(answers[position]?.records ?? [], group)),
  ];
  return new Map(found.flatMap((record) => (record ? [[groupIdOf(record), record]] : [])));
}

/** Rows alone make no group: a group without a record is one only where the host has a place for it. */
async function withPlace(
  { containers }: Host,
  found: readonly FoundGroup[],
): Promise<readonly FoundGroup[]> {
  const lost = found.filter(({ record }) => !record).map(({ id }) => groupContainer(id));
  if (lost.length === 0) return found;
  const rights = await containers.rights(lost);
  return found.filter(({ id, record }) => record ?? rights.get(groupContainer(id)) !== 'none');
}

/** The open groups that somebody joined, by their own rows. */
async function openGroupsOf({ store }: Host, me: PersonId): Promise<readonly string[]> {
  const [{ records }] = await store.read([joinedBy(me)]);
  const joined = records.filter(isMembership).map(({ fields }) => fields.group);
  return [...new Set(joined)].slice(0, maxIn);
}

interface Own {
  readonly own: readonly GroupView[];
  /** The groups that the reader asked for. */
  readonly waiting: ReadonlySet<string>;
  /** The records of the groups that the reader is in. */
  readonly records: ReadonlyMap<string, GroupRecord>;
}

async function ownGroups(host: Host, joined: readonly string[]): Promise<Own> {
  const me = await host.identity.me();
  const [open, requests] = await Promise.all([openGroupsOf(host, me), ownRequests(host)]);
  const closed = joined.filter(isClosed).slice(0, maxIn);
  const records = await recordsOf(host, [...open, ...closed]);
  const views = await openViews(
    host,
    await withPlace(
      host,
      open.map((id) => ({ id, record: records.get(id) })),
    ),
  );
  const inClosed = closed.flatMap((group) => {
    const record = records.get(group);
    return record ? [closedGroupView(knownGroup(record), true)] : [];
  });
  const asked = requests.filter(({ group }) => !joined.includes(group));
  return {
    own: [...views, ...inClosed, ...asked.map(requestedView)].sort(byName),
    waiting: new Set(asked.map(({ group }) => group)),
    records,
  };
}

export async function browse(host: Host, after: string | undefined): Promise<GroupPage> {
  const { store, containers } = host;
  const query = newest(after);
  const [[first], joined] = await Promise.all([store.read([query]), containers.joined()]);
  const [page, { own, waiting, records }] = await Promise.all([
    admitPage(store, query, first, isGroup),
    ownGroups(host, joined),
  ]);
  const kept = await withinDailyLimit(store, page.records);
  const mine = new Set([...own.map(({ id }) => id), ...joined]);
  const strange = kept.filter((record) => {
    const group = groupIdOf(record);
    return !mine.has(group) && !waiting.has(group);
  });
  const open = strange.filter((record) => record.fields.access === 'open');
  const closed = strange.filter((record) => record.fields.access !== 'open');
  const views = [
    ...(await openViews(
      host,
      open.map((record) => ({ id: record.id, record })),
    )),
    ...closed.map((record) => closedGroupView(knownGroup(record), false)),
  ];
  const all = new Map([...records, ...kept.map((record) => [groupIdOf(record), record] as const)]);
  const told = await withStarters(host, [...own, ...views], all);
  return {
    own: after === undefined ? told.slice(0, own.length) : [],
    others: told.slice(own.length).sort(byName),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    dropped: page.dropped + page.records.length - kept.length,
  };
}
