/** Letting a post stand above the wall, and taking that back. */
import { groupContainer } from '../kernel/container.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byIds } from '../kernel/query.ts';
import { stewardsOf } from '../stewards/stewards.ts';
import { isPost } from './about-posts.ts';
import type { Pinning } from './commands.ts';
import { placeOfStewards } from './marks.ts';
import { posts, targetName } from './message.ts';
import { ownMark, renewMark } from './own-mark.ts';
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
  const [found, own] = await store.read([
    byIds(posts, groupContainer(group), [post]),
    ownMark(place, await identity.me(), 'pin', target),
  ]);
  const record = found.records[0];
  if (pinned && !(record && isPost(record) && !record.fields.deleted)) {
    throw new NotFound(`post ${post}`);
  }
  const value = pinned ? String((await clock.server()) + pinnedFor) : '';
  await renewMark(store, place, own.records[0], { family: 'pin', target, post, value, to: '' });
}
