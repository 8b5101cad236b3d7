/** Keeping the rows by which somebody is found as their profile is. */
import { removeIfThere } from '../kernel/admit.ts';
import { communityContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, maxIn } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import type { Profile } from '../card/profile.ts';
import { tagsOf } from './tag-rows.ts';
import { tags } from './tags.ts';
import type { TagRecord } from './tags.ts';

async function ownTags(
  { store }: Host,
  me: PersonId,
  keys: readonly string[],
): Promise<readonly TagRecord[]> {
  const parts = Array.from({ length: Math.ceil(keys.length / maxIn) }, (_, part) =>
    byKeys(tags, communityContainer, me, keys.slice(part * maxIn, (part + 1) * maxIn)),
  );
  if (parts.length === 0) return [];
  return (await store.read(parts)).flatMap(({ records }) => records);
}

/**
 * Writes the rows that are missing, and takes back those of what the profile said before. Safe to repeat, so that
 * who saves again mends what broke off.
 * @param before what the profile said, as far as it is known.
 */
export async function keepTags(host: Host, before: Profile, profile: Profile): Promise<void> {
  const { store, identity } = host;
  const me = await identity.me();
  const wanted = tagsOf(profile);
  const keys = [...new Set([...wanted.keys(), ...tagsOf(before).keys()])];
  const there = await ownTags(host, me, keys);
  for (const record of there) {
    if (!wanted.has(record.key)) await removeIfThere(store, tags, record);
  }
  const known = new Set(there.map(({ key }) => key));
  for (const [key, fields] of wanted) {
    if (known.has(key)) continue;
    await store.insert(tags, communityContainer, key, { ...fields, person: me });
  }
}
