/** Finding, starting, joining and leaving groups. */
import { readAdmitted, removeIfThere } from '../admit.ts';
import { Invalid, NotFound } from '../errors.ts';
import { communityContainer, groupContainer } from '../ports.ts';
import type { Host } from '../ports.ts';
import { rows } from '../query.ts';
import { limits } from '../settings/settings.ts';
import { acceptOptionalText, acceptText } from '../text/visible-text.ts';
import { groups, groupTitle, memberships } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { groupsById, isGroup, newestGroups, ownMemberships } from './memberships.ts';
import { aboutGroups, groupViews } from './views.ts';

export interface NewGroup {
  readonly name: string;
  readonly purpose: string;
}

/** The most groups that one view describes; an `in` takes no more. */
const most = 60;

export function groupOperations(host: Host) {
  const { store, identity, containers } = host;

  async function views(found: readonly GroupRecord[]): Promise<GroupView[]> {
    const ids = found.map(({ id }) => id);
    return groupViews(host, found, await store.read(aboutGroups(ids, await identity.me())));
  }

  async function listGroups(): Promise<readonly GroupView[]> {
    const found = (await readAdmitted(store, newestGroups(), isGroup)).slice(0, most);
    const sorted = await views(found);
    return sorted.sort((a, b) => a.name.localeCompare(b.name));
  }

  /** @throws NotFound when the group was deleted. */
  async function readGroup({ group }: { group: string }): Promise<GroupView> {
    const [{ records }] = await store.read([groupsById([group])]);
    const [view] = await views(records.filter(isGroup));
    if (!view) throw new NotFound(`group ${group}`);
    return view;
  }

  async function joinGroup({ group }: { group: string }): Promise<void> {
    await readGroup({ group });
    const person = await identity.me();
    const fields = { group, person };
    await store.insert(memberships, communityContainer, group, fields);
  }

  async function leaveGroup({ group }: { group: string }): Promise<void> {
    const me = await identity.me();
    const [own] = await store.read([ownMemberships([group], me)]);
    const record = own.records[0];
    if (record) await removeIfThere(store, memberships, record);
  }

  /** Safe to repeat: a group of this name that is already one's own is taken up where it was left. */
  async function createGroup(input: NewGroup): Promise<GroupView> {
    const name = acceptText('name', input.name, limits.groupName);
    const purpose = acceptOptionalText('purpose', input.purpose, limits.groupPurpose);
    const title = groupTitle(name);
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
    const fields = { name, title, purpose };
    const { record } = await store.insert(groups, communityContainer, title, fields);
    await containers.create(groupContainer(record.id));
    await joinGroup({ group: record.id });
    return readGroup({ group: record.id });
  }

  return { listGroups, readGroup, createGroup, joinGroup, leaveGroup };
}
