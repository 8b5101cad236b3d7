/** Finding, starting, joining and leaving groups. */
import { readAdmitted, removeIfThere } from '../admit.ts';
import { Forbidden, Invalid, NotFound } from '../errors.ts';
import { communityContainer, groupContainer, isClosed } from '../ports.ts';
import type { Host } from '../ports.ts';
import { rows } from '../query.ts';
import { limits } from '../settings/settings.ts';
import { acceptOptionalText, acceptText } from '../text/visible-text.ts';
import { accessOf, groupIdOf, groups, groupTitle, memberships, secretGroupId } from './group.ts';
import type { GroupAccess, GroupRecord, GroupView } from './group.ts';
import { assertAnotherSteward, membersIfAny } from './members.ts';
import { findGroup, groupById, isGroup, newestGroups, ownMemberships } from './memberships.ts';
import { noteOf, ownRequests, requestedView } from './requests.ts';
import { aboutGroups, closedGroupView, groupViewForMembers, openGroupViews } from './views.ts';

export interface NewGroup {
  readonly name: string;
  readonly purpose: string;
  /** Open unless told otherwise. */
  readonly access?: GroupAccess | undefined;
  /** Made once for each draft; a secret group needs it, and repeating the command with it starts no other. */
  readonly key?: string | undefined;
}

/** The most groups that one view describes; an `in` takes no more. */
const most = 60;

const isOpen = (record: GroupRecord): boolean => record.fields.access === 'open';

export function groupOperations(host: Host) {
  const { store, identity, containers } = host;

  async function openViews(found: readonly GroupRecord[]): Promise<readonly GroupView[]> {
    if (found.length === 0) return [];
    const queries = aboutGroups(found.map(groupIdOf), await identity.me());
    return openGroupViews(host, found, await store.read(queries));
  }

  /** The secret groups that the reader is in. */
  async function secretGroups(joined: readonly string[]): Promise<readonly GroupRecord[]> {
    const ids = joined.filter((id) => accessOf(id) === 'secret').slice(0, most);
    const answers = await store.read(ids.map(groupById));
    return answers.flatMap(({ records }, position) => {
      const record = findGroup(records, ids[position] as string);
      return record ? [record] : [];
    });
  }

  /** Every group that the reader may know of, by name. */
  async function listGroups(): Promise<readonly GroupView[]> {
    const [all, requests] = await Promise.all([
      readAdmitted(store, newestGroups(), isGroup),
      ownRequests(host),
    ]);
    const joined = await containers.joined();
    const found = all.slice(0, most);
    const waiting = new Set(requests.map(({ group }) => group));
    const closed = [...found.filter((record) => !isOpen(record)), ...(await secretGroups(joined))];
    const views = [
      ...(await openViews(found.filter(isOpen))),
      ...closed.map((record) => {
        const id = groupIdOf(record);
        const isIn = joined.includes(id);
        return { ...closedGroupView(record, isIn), requested: !isIn && waiting.has(id) };
      }),
    ];
    const secret = requests.filter(
      ({ group, access }) => access === 'secret' && !joined.includes(group),
    );
    return [...views, ...secret.map(requestedView)].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** @throws NotFound when the group was deleted, or is secret to the reader. */
  async function readGroup({ group }: { group: string }): Promise<GroupView> {
    const members = isClosed(group) ? await membersIfAny(host, group) : undefined;
    if (accessOf(group) === 'secret' && !members) throw new NotFound(`group ${group}`);
    const [{ records }] = await store.read([groupById(group)]);
    const record = findGroup(records, group);
    if (!record) throw new NotFound(`group ${group}`);
    if (members) return groupViewForMembers(host, record, members);
    if (!isOpen(record)) {
      const requests = await ownRequests(host);
      const requested = requests.some((request) => request.group === group);
      return { ...closedGroupView(record, false), requested };
    }
    return (await openViews([record]))[0] as GroupView;
  }

  async function joinGroup({ group }: { group: string }): Promise<void> {
    const { joined } = await readGroup({ group });
    if (joined) return;
    // People come into a closed group through its stewards.
    if (isClosed(group)) throw new Forbidden(`group ${group}`);
    const person = await identity.me();
    await store.insert(memberships, communityContainer, group, { group, person });
  }

  async function leaveGroup({ group }: { group: string }): Promise<void> {
    const me = await identity.me();
    if (isClosed(group)) {
      const members = await membersIfAny(host, group);
      if (!members?.some(({ person }) => person === me)) return;
      assertAnotherSteward(members, me);
      return containers.expel(group, me);
    }
    const [own] = await store.read([ownMemberships([group], me)]);
    const record = own.records[0];
    if (record) await removeIfThere(store, memberships, record);
  }

  /** @throws Invalid `name-taken` by a colleague's group that is not secret. */
  async function acceptName(name: string, title: string): Promise<void> {
    const query = rows(groups, {
      container: communityContainer,
      index: 'byTitle',
      eq: title,
      order: 'ascending',
      limit: 1,
    });
    const sameName = await readAdmitted(store, query, isGroup);
    const me = await identity.me();
    if (sameName.some(({ author }) => author !== me)) {
      throw new Invalid(
        { field: 'name', reason: 'name-taken', actual: name },
        `There is already a group called «${name}». Join it, or choose another name.`,
      );
    }
  }

  /** Safe to repeat: a group of this name that is already one's own is taken up where it was left. */
  async function createGroup(input: NewGroup): Promise<GroupView> {
    const name = acceptText('name', input.name, limits.groupName);
    const purpose = acceptOptionalText('purpose', input.purpose, limits.groupPurpose);
    const title = groupTitle(name);
    const { access = 'open', key } = input;
    const fields = { name, title, purpose, access };
    if (access === 'secret') return createSecret(fields, key);
    await acceptName(name, title);
    const { record } = await store.insert(groups, communityContainer, title, fields);
    const group = groupIdOf(record);
    if (isClosed(group)) await containers.createClosed(group, noteOf(fields));
    else {
      await containers.create(groupContainer(group));
      await joinGroup({ group });
    }
    return readGroup({ group });
  }

  async function createSecret(
    fields: GroupRecord['fields'],
    key: string | undefined,
  ): Promise<GroupView> {
    if (key === undefined) {
      throw new Invalid({ field: 'key', reason: 'malformed' }, 'A secret group needs a key.');
    }
    const group = secretGroupId(key);
    const outcome = await containers.createClosed(group, noteOf(fields));
    const { name, purpose } = fields;
    if (outcome === 'requested') return requestedView({ group, name, purpose, access: 'secret' });
    await store.insert(groups, group, group, fields);
    return readGroup({ group });
  }

  return { listGroups, readGroup, createGroup, joinGroup, leaveGroup };
}
