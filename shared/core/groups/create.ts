/** Starting groups. */
import * as v from 'valibot';
import {
  closedContainer,
  communityContainer,
  foundedBy,
  groupContainer,
  isClosed,
} from '../kernel/container.ts';
import { Invalid } from '../kernel/errors.ts';
import { key, text } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { shownOf } from '../kernel/visible-text.ts';
import { acceptOptionalText, acceptText } from '../kernel/accept-text.ts';
import { limits } from '../settings/settings.ts';
import { groupsCalled, nameTaken } from './accept-name.ts';
import { groups } from './collections.ts';
import { assertWithinDailyLimit } from './daily-limit.ts';
import { accessOf, containerOfRecord, groupIdOf, groupKey, groupTitle } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { join } from './join.ts';
import { groupView } from './read.ts';
import { assertLooksLikeNone } from './lookalikes.ts';
import { noteOf, requestedView } from './requests.ts';
import { secretGroupId } from './secret-id.ts';

/**
 * @returns the reader's own groups of this name.
 * @throws Invalid `name-taken` by a colleague's group that is not secret.
 */
async function acceptName(
  host: Host,
  name: string,
  title: string,
): Promise<readonly GroupRecord[]> {
  const sameName = await groupsCalled(host, title);
  const me = await host.identity.me();
  if (sameName.some(({ author }) => author !== me)) {
    throw nameTaken(name);
  }
  return sameName;
}

/** Safe to repeat: a group of this name that is already one's own is taken up where it was left. */
export const createGroup = command({
  input: v.strictObject({
    name: text,
    purpose: text,
    /** Open unless told otherwise. */
    access: v.optional(v.picklist(['open', 'closed', 'secret'])),
    /** Made once for each draft; a secret group needs it, and repeating with it starts no other. */
    key: v.optional(key),
  }),
  run: async (host, input): Promise<GroupView> => {
    const { store, containers } = host;
    const name = acceptText('name', shownOf(input.name), limits.groupName);
    const purpose = acceptOptionalText('purpose', input.purpose, limits.groupPurpose);
    const title = groupTitle(name);
    const { access = 'open' } = input;
    const fields = { name, title, purpose, access };
    if (access === 'secret')
      return createWithContainer(host, await secretGroupId(host, demandKey(input.key)), fields);
    const own = await acceptName(host, name, title);
    if (own.length === 0) {
      await assertLooksLikeNone(host, name);
      await assertWithinDailyLimit(host);
    }
    if (access === 'closed' && host.supports.ownersApprove) {
      const founder = await host.identity.me();
      return createWithContainer(host, askedGroupId(founder, input.key ?? title), fields);
    }
    // A group from before ids named founders is taken up, too.
    const before = own.find(({ key }) => key === title);
    const draft = groupKey(host.supports, access, title);
    const record = before ?? (await insertRecord(store, draft, fields));
    const group = groupIdOf(record);
    if (!isClosed(group)) {
      await containers.create(groupContainer(group));
      return join(host, group);
    }
    await containers.createClosed(group, noteOf(fields));
    return groupView(host, group);
  },
});

/** Most groups that one person may have renamed from one name, and start anew under it. */
const mostRenamed = 5;

/** A key that belongs to a group of another name by now is that of one that was renamed: the next one is taken. */
async function insertRecord(
  store: Host['store'],
  key: string,
  fields: GroupRecord['fields'],
): Promise<GroupRecord> {
  for (let number = 1; ; number += 1) {
    const draft = number === 1 ? key : `${key} No. ${number}`;
    const { record } = await store.insert(groups, communityContainer, draft, fields);
    if (record.fields.title === fields.title || number === mostRenamed) return record;
  }
}

export type NewGroup = InputOf<typeof createGroup>;

/** @throws Invalid where there is none */
function demandKey(key: string | undefined): string {
  if (key !== undefined) return key;
  throw new Invalid({ field: 'key', reason: 'malformed' }, 'A secret group needs a key.');
}

/**
 * The id of a closed group that an owner has to make first. It has one before its record is written, so
 * that nobody reads its name before it is approved; and it says who founded it, so that nobody else's
 * record gives it a name.
 */
const askedGroupId = (founder: PersonId, key: string): string =>
  closedContainer(foundedBy(founder, key));

/**
 * Founds a group that has its id before its record: a secret one, and one that an owner has to make. Nobody
 * reads of either before it has a container.
 */
async function createWithContainer(
  host: Host,
  group: string,
  fields: GroupRecord['fields'],
): Promise<GroupView> {
  const outcome = await host.containers.createClosed(group, noteOf(fields));
  const { name, purpose } = fields;
  if (outcome === 'requested') {
    return requestedView({ group, name, purpose, access: accessOf(group) });
  }
  await host.store.insert(groups, containerOfRecord(group), group, fields);
  return groupView(host, group);
}
