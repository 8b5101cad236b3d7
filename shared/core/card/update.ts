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
import type { Profile, ProfileRecord } from './profile.ts';

/** A profile as it was stored. */
export interface SavedProfile extends Profile {
  /** Names this version, for the next edit. */
  readonly version: string;
}

const saved = ({ fields, version }: ProfileRecord): SavedProfile => ({ ...fields, version });

/** @throws Invalid, Conflict when another window saved meanwhile. */
export const updateProfile = command({
  input: v.strictObject({
    about: text,
    askMeAbout: texts,
    interests: texts,
    /** The version that was edited; absent for a first profile. */
    version: v.optional(id),
  }),
  run: async (host, { version, ...edit }): Promise<SavedProfile> => {
    const { identity, store } = host;
    const profile = acceptProfile(edit);
    if (version === undefined) return insertFirst(host, profile);
    const [{ records }] = await store.read([profileOf(await identity.me())]);
    const record = records[0];
    if (!record) throw new NotFound('profile');
    // A repeat after a lost answer, or an edit that changes nothing.
    if (isSameProfile(record.fields, profile)) return saved(record);
    return saved(await store.update(profiles, { ...record, version }, profile));
  },
});

export type ProfileEdit = InputOf<typeof updateProfile>;

async function insertFirst({ store }: Host, profile: Profile): Promise<SavedProfile> {
  const { record, inserted } = await store.insert(
    profiles,
    communityContainer,
    profileKey,
    profile,
  );
  // A first profile that is there already is a repeat of this one, or was made in another window.
  if (inserted || isSameProfile(record.fields, profile)) return saved(record);
  throw new Conflict('profile');
}
