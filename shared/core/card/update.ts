/** Writing one's own profile. */
import * as v from 'valibot';
import { communityContainer } from '../kernel/container.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { id, text, texts } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { acceptProfile, isSameProfile, profileKey, profileOf } from './profile.ts';
import { profiles } from './profiles.ts';
import type { Profile } from './profile.ts';

/** @throws Invalid, Conflict when another window saved meanwhile. */
export const updateProfile = command({
  input: v.strictObject({
    about: text,
    askMeAbout: texts,
    interests: texts,
    /** The version that was edited; absent for a first profile. */
    version: v.optional(id),
  }),
  run: async (host, { version, ...edit }): Promise<Profile> => {
    const { identity, store } = host;
    const profile = acceptProfile(edit);
    if (version === undefined) return insertFirst(host, profile);
    const [{ records }] = await store.read([profileOf(await identity.me())]);
    const record = records[0];
    if (!record) throw new NotFound('profile');
    // A repeat after a lost answer, or an edit that changes nothing.
    if (isSameProfile(record.fields, profile)) return profile;
    return (await store.update(profiles, { ...record, version }, profile)).fields;
  },
});

export type ProfileEdit = InputOf<typeof updateProfile>;

async function insertFirst({ store }: Host, profile: Profile): Promise<Profile> {
  const { record, inserted } = await store.insert(
    profiles,
    communityContainer,
    profileKey,
    profile,
  );
  // A first profile that is there already is a repeat of this one, or was made in another window.
  if (inserted || isSameProfile(record.fields, profile)) return record.fields;
  throw new Conflict('profile');
}
