/** Finding groups and reading one. */
import * as v from 'valibot';
import { readAdmitted } from '../kernel/admit.ts';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, isClosed } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import { id, nothing } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import type { Source } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { maxIn } from '../kernel/query.ts';
import { groups, memberships } from './collections.ts';
import { accessOf, groupIdOf } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { membersIfAny } from './closed-members.ts';
import { findGroup, groupById, isGroup, newestGroups } from './memberships.ts';
import { ownRequests, requestedView } from './requests.ts';
import { aboutGroups, closedGroupView, groupViewForMembers, openGroupViews } from './views.ts';

const isOpen = (record: GroupRecord): boolean => record.fields.access === 'open';

async function openViews(host: Host, found: readonly GroupRecord[]): Promise<readonly GroupView[]> {
  if (found.length === 0) return [];
  const queries = aboutGroups(found.map(groupIdOf), await host.identity.me());
  return openGroupViews(host, found, await host.store.read(queries));
}

/** The groups that the reader is in and that were not found among the newest: secret ones always. */
async function ownGroups(
  { store }: Host,
  joined: readonly string[],
  found: readonly GroupRecord[],
): Promise<readonly GroupRecord[]> {
  const known = new Set(found.map(groupIdOf));
  const ids = joined.filter((group) => !known.has(group)).slice(0, maxIn);
  const answers = await store.read(ids.map(groupById));
  return answers.flatMap(({ records }, position) => {
    const record = findGroup(records, ids[position] as string);
    return record ? [record] : [];
  });
}

/** A group's record may lie in any closed container. */
const everyGroup: readonly Source[] = [
  [groups, anywhere],
  [memberships, communityContainer],
];

/** Every group that the reader may know of, by name. */
export const listGroups = query({
  input: nothing,
  reads: () => everyGroup,
  run: async (host): Promise<readonly GroupView[]> => {
    const { store, containers } = host;
    const [all, requests, joined] = await Promise.all([
      readAdmitted(store, newestGroups(), isGroup),
      ownRequests(host),
      containers.joined(),
    ]);
    const found = all.slice(0, maxIn);
    const waiting = new Set(requests.map(({ group }) => group));
    const own = await ownGroups(host, joined, found);
    const closed = [...found.filter((record) => !isOpen(record)), ...own];
    const views = [
      ...(await openViews(host, found.filter(isOpen))),
      ...closed.map((record) => {
        const group = groupIdOf(record);
        const isIn = joined.includes(group);
        return { ...closedGroupView(record, isIn), requested: !isIn && waiting.has(group) };
      }),
    ];
    const shown = new Set(views.map((view) => view.id));
    const asked = requests.filter(({ group }) => !joined.includes(group) && !shown.has(group));
    return [...views, ...asked.map(requestedView)].sort((a, b) => a.name.localeCompare(b.name));
  },
});

/** @throws NotFound when the group was deleted, or is secret to the reader. */
export async function groupView(host: Host, group: string): Promise<GroupView> {
  const members = isClosed(group) ? await membersIfAny(host, group) : undefined;
  if (accessOf(group) === 'secret' && !members) throw new NotFound(`group ${group}`);
  const [{ records }] = await host.store.read([groupById(group)]);
  const record = findGroup(records, group);
  if (!record) throw new NotFound(`group ${group}`);
  if (members) return groupViewForMembers(host, record, members);
  if (!isOpen(record)) {
    const requests = await ownRequests(host);
    const requested = requests.some((request) => request.group === group);
    return { ...closedGroupView(record, false), requested };
  }
  return (await openViews(host, [record]))[0] as GroupView;
}

/** @throws NotFound when the group was deleted, or is secret to the reader. */
export const readGroup = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => (isClosed(group) ? [...everyGroup, [anywhere, group]] : everyGroup),
  run: (host, { group }): Promise<GroupView> => groupView(host, group),
});
