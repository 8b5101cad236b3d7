/** Writing one's own profile. */
import * as v from 'valibot';
import { isWellFormed } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { id, text, texts } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { keepTags } from '../people/keep-tags.ts';
import { acceptProfile, isSameProfile, noProfile, profileKey, profileOf } from './profile.ts';
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
    // A page that does not know of these leaves them as they are.
    languages: v.optional(texts),
    works: v.optional(text),
    since: v.optional(text),
    department: v.optional(text),
    place: v.optional(text),
    /** The version that was edited; absent for a first profile. */
    version: v.optional(id),
  }),
  run: async (host, { version, ...edit }): Promise<SavedProfile> => {
    const { identity, store } = host;
    const [{ records }] = await store.read([profileOf(await identity.me())]);
    const record = records[0];
    if (version !== undefined && !record) throw new NotFound('profile');
    const before = record && isWellFormed(profiles, record) ? record.fields : noProfile;
    const profile = acceptProfile({ ...before, ...given(edit) });
    const written = await write(host, version, record, profile);
    await keepTags(host, before, profile);
    return saved(written);
  },
});

export type ProfileEdit = InputOf<typeof updateProfile>;

/** What was left out stays as it is. */
const given = (edit: object): Partial<Profile> =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));

async function write(
  { store }: Host,
  version: string | undefined,
  record: ProfileRecord | undefined,
  profile: Profile,
): Promise<ProfileRecord> {
  // A repeat after a lost answer, or an edit that changes nothing.
  if (record && isSameProfile(record.fields, profile)) return record;
  if (record && version !== undefined)
    return store.update(profiles, { ...record, version }, profile);
  const first = await store.insert(profiles, communityContainer, profileKey, profile);
  // A first profile that is there already was made in another window.
  if (first.inserted || isSameProfile(first.record.fields, profile)) return first.record;
  throw new Conflict('profile');
}
