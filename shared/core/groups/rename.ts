/**
 * Renaming a group. Its record says what it is called, and hosts let nobody change a record but its author: who
 * started the group renames it, as long as they are one of its stewards.
 */
import { acceptText } from '../kernel/accept-text.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { shownOf } from '../kernel/visible-text.ts';
import { limits } from '../settings/settings.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { groupsCalled, nameTaken } from './accept-name.ts';
import { groups } from './collections.ts';
import { accessOf, groupIdOf, groupTitle } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { assertLooksLikeNone } from './lookalikes.ts';
import { findGroup, groupById } from './memberships.ts';
import { groupView } from './read.ts';

export interface NewName {
  readonly group: string;
  readonly name: string;
}

/** @throws NotFound where the group's record is gone; Forbidden to who may not read the group */
async function recordOf(
  host: Host,
  group: string,
): Promise<{ record: GroupRecord; isMine: boolean }> {
  const [stewards, [{ records }], me] = await Promise.all([
    stewardsOf(host, group),
    host.store.read([groupById(group)]),
    host.identity.me(),
  ]);
  const record = findGroup(records, group);
  if (!record) throw new NotFound(`group ${group}`);
  return { record, isMine: record.author === me && (stewards.areMe || stewards.mayWriteDesk) };
}

/** Whether the reader may rename a group. */
export const mayRename = async (host: Host, group: string): Promise<boolean> =>
  (await recordOf(host, group)).isMine;

/** Nobody is told by a refused name that a secret group has it. @throws Invalid `name-taken` */
async function assertFree(host: Host, group: string, name: string): Promise<void> {
  if (accessOf(group) === 'secret') return;
  const called = await groupsCalled(host, groupTitle(name));
  if (called.some((record) => groupIdOf(record) !== group)) throw nameTaken(name);
  await assertLooksLikeNone(host, name, group);
}

/**
 * Safe to repeat. Members remember what the group was called when they joined, so that its former name is said.
 * @returns the group with its new name.
 * @throws Forbidden, Invalid `name-taken`, `empty`, `too-long`
 */
export async function renameGroup(host: Host, { group, name: typed }: NewName): Promise<GroupView> {
  const name = acceptText('name', shownOf(typed), limits.groupName);
  const { record, isMine } = await recordOf(host, group);
  if (!isMine) throw new Forbidden(`the name of group ${group}`);
  if (name !== record.fields.name) {
    await assertFree(host, group, name);
    const title = groupTitle(name);
    await host.store.update(groups, record, { ...record.fields, name, title });
  }
  return groupView(host, group);
}
