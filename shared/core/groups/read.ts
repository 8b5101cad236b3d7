/** Finding groups and reading one. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, groupContainer, isClosed } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import { cursor, id, nothing } from '../kernel/input.ts';
import { maxContainers } from '../kernel/newest-query.ts';
import { query } from '../kernel/operation.ts';
import type { Source } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { preferences } from '../preferences/preference.ts';
import { posts, readMarks } from '../wall/message.ts';
import { groupsAsked } from './asked.ts';
import { browse, browseOwn } from './browse.ts';
import type { GroupPage } from './browse.ts';
import { groups, memberships } from './collections.ts';
import { accessOf } from './group.ts';
import type { GroupView } from './group.ts';
import { knownGroup, nameless } from './known.ts';
import { membersIfAny } from './closed-members.ts';
import { groupViewForMembers, outsideView } from './closed-views.ts';
import { findGroup, groupById } from './memberships.ts';
import { ownRequests } from './requests.ts';
import { everywhere, startAt } from './start.ts';
import type { Unread } from './unread.ts';
import { aboutGroups, byName, openGroupViews } from './views.ts';
import type { FoundGroup } from './views.ts';
import { asDecided } from './with-decided.ts';

/** A group's record may lie in any closed container. */
const everyGroup: readonly Source[] = [
  [groups, anywhere],
  [memberships, communityContainer],
];

/**
 * The reader's own groups, and a page of the others that they may know of, the newest first: those of the part
 * of the host that the page is in, and behind them those of the others.
 */
export const browseGroups = query({
  input: v.strictObject({ cursor: v.optional(cursor) }),
  reads: () => everyGroup,
  run: (host, { cursor: after }): Promise<GroupPage> =>
    browse(host, startAt(after), after === undefined),
});

/** The groups that the reader is in, asked for, or asks to be let into, by name. */
export const ownGroups = query({
  input: nothing,
  reads: () => everyGroup,
  run: (host): Promise<readonly GroupView[]> => browseOwn(host),
});

/** How much is new in some of the reader's groups. The work is fetched when somebody looks at their groups. */
export const unread = query({
  input: v.strictObject({ groups: v.pipe(v.array(id), v.maxLength(maxContainers)) }),
  reads: ({ groups: wanted }) => [
    ...wanted.map((group): Source => [posts, groupContainer(group)]),
    [readMarks, anywhere],
    [preferences, anywhere],
  ],
  run: async (host, { groups: wanted }): Promise<readonly Unread[]> => {
    const { readUnread } = await import(/* webpackChunkName: 'unread' */ './unread.ts');
    return readUnread(host, wanted);
  },
});

/** The newest groups of all parts of the host, by name, as pages of version 0.1 ask for them: they ask for no next page. */
export const listGroups = query({
  input: nothing,
  reads: () => everyGroup,
  run: async (host): Promise<readonly GroupView[]> => {
    const { own, others } = await browse(host, everywhere, true);
    return [...own, ...others].sort(byName);
  },
});

async function openGroupView(host: Host, group: FoundGroup): Promise<GroupView | undefined> {
  const { store, identity, containers } = host;
  const [about, rights] = await Promise.all([
    store.read(aboutGroups([group.id], await identity.me())),
    // Rows alone make no group: where there is no record, the host has to have a container for it.
    group.record ? undefined : containers.rights([groupContainer(group.id)]),
  ]);
  if (rights?.get(groupContainer(group.id)) === 'none') return undefined;
  return (await openGroupViews(host, [group], about))[0];
}

/** @throws NotFound when the group is not there, or is secret to the reader. */
export async function groupView(host: Host, group: string): Promise<GroupView> {
  return asDecided(host, await plainView(host, group));
}

async function plainView(host: Host, group: string): Promise<GroupView> {
  const gone = new NotFound(`group ${group}`);
  const members = isClosed(group) ? await membersIfAny(host, group) : undefined;
  if (accessOf(group) === 'secret' && !members) throw gone;
  const [{ records }] = await host.store.read([groupById(group)]);
  const record = findGroup(records, group);
  if (members) {
    return groupViewForMembers(host, record ? knownGroup(record) : nameless(group), members);
  }
  if (!isClosed(group)) {
    const view = await openGroupView(host, { id: group, record });
    if (!view) throw gone;
    return view;
  }
  if (!record) throw gone;
  const [requests, asked] = await Promise.all([ownRequests(host), groupsAsked(host, [])]);
  const requested = requests.some((request) => request.group === group);
  return { ...outsideView(host, knownGroup(record), asked.includes(group)), requested };
}

/** @throws NotFound when the group is not there, or is secret to the reader. */
export const readGroup = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => (isClosed(group) ? [...everyGroup, [anywhere, group]] : everyGroup),
  run: (host, { group }): Promise<GroupView> => groupView(host, group),
});
