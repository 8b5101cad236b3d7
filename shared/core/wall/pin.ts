/** Letting a post stand above the wall, and taking that back. */
import { removeIfThere } from '../kernel/admit.ts';
import { groupContainer } from '../kernel/container.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds, byKeys } from '../kernel/query.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { isPost } from './about-posts.ts';
import type { Pinning } from './commands.ts';
import { markFields, markKey, marks, placeOfStewards } from './marks.ts';
import { posts, targetName } from './message.ts';
import { pinnedFor } from './pins.ts';

/**
 * A row that is there already is made anew: pins are read by when they were made, and one that counts is among
 * the newest.
 * @throws Forbidden to who is no steward of the group, NotFound
 */
export async function pinPost(host: Host, { group, post, pinned }: Pinning): Promise<void> {
  const { store, identity, clock } = host;
  const { areMe } = await stewardsOf(host, group);
  if (!areMe) throw new Forbidden(`the pins of group ${group}`);
  const place = placeOfStewards(group);
  const target = targetName({ kind: 'post', id: post });
  const key = markKey('pin', target);
  const [found, own] = await store.read([
    byIds(posts, groupContainer(group), [post]),
    byKeys(marks, place, await identity.me(), [key]),
  ]);
  const record = found.records[0];
  if (pinned && !(record && isPost(record) && !record.fields.deleted)) {
    throw new NotFound(`post ${post}`);
  }
  const value = pinned ? String((await clock.server()) + pinnedFor) : '';
  const fields = markFields({ family: 'pin', target, post, value, to: '' });
  if (own.records[0]) await removeIfThere(store, marks, own.records[0]);
  await store.insert(marks, place, key, fields);
}
