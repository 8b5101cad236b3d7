/** Reading people and writing one's own profile. */
import { admitPage } from '../admit.ts';
import { isWellFormed } from '../collection.ts';
import { Conflict, NotFound } from '../errors.ts';
import { membershipsOf } from '../groups/memberships.ts';
import type { GroupSummary } from '../groups/group.ts';
import { admitKudos, kudos, kudosReceived } from '../kudos/kudos.ts';
import { communityContainer } from '../ports.ts';
import type { DirectoryPerson, Host, PersonId } from '../ports.ts';
import { byKeys, maxLimit } from '../query.ts';
import { lookUp, summaryOf } from './person.ts';
import type { PersonSummary } from './person.ts';
import { acceptProfile, inCommon, isSameProfile, profileKey, profiles } from './profile.ts';
import type { Profile } from './profile.ts';

/** Everything a full profile card shows. */
export interface PersonCard {
  readonly person: DirectoryPerson;
  readonly isMe: boolean;
  readonly profile: Profile;
  /** Names the version of the profile that an edit is based on; absent until there is one. */
  readonly profileVersion?: string;
  readonly manager?: PersonSummary;
  readonly groups: readonly (GroupSummary & { readonly shared: boolean })[];
  /** Interests and topics that the reader has too. */
  readonly inCommon: readonly string[];
  /** Thank-yous received lately, at most 100, withdrawn ones left out. */
  readonly thanked: number;
}

export interface ProfileEdit extends Profile {
  /** The version that was edited; absent for a first profile. */
  readonly version?: string;
}

const noProfile: Profile = { about: '', askMeAbout: [], interests: [] };

const profileOf = (person: PersonId) => byKeys(profiles, communityContainer, person, [profileKey]);

export function peopleOperations(host: Host) {
  const { directory, identity, store } = host;

  async function readPerson({ person: id }: { person: PersonId }): Promise<PersonCard> {
    const me = await identity.me();
    const receivedQuery = kudosReceived(id);
    const [found, [theirs, mine, received], memberships] = await Promise.all([
      lookUp(directory, [id]),
      store.read([profileOf(id), profileOf(me), receivedQuery]),
      membershipsOf(host, [me, id]),
    ]);
    const thanks = await admitPage(
      store,
      receivedQuery,
      received,
      (row) => isWellFormed(kudos, row) && admitKudos(row),
    );
    const person = found[0];
    if (!person) throw new NotFound(`person ${id}`);
    const record = theirs.records.find((row) => isWellFormed(profiles, row));
    const profile = record?.fields ?? noProfile;
    const own = mine.records.find((row) => isWellFormed(profiles, row))?.fields ?? noProfile;
    const managers = person.manager === undefined ? [] : await lookUp(directory, [person.manager]);
    const myGroups = new Set(memberships.get(me)?.map((group) => group.id));
    const topics = [...profile.interests, ...profile.askMeAbout];
    return {
      person,
      isMe: id === me,
      profile,
      ...(record ? { profileVersion: record.version } : {}),
      ...(managers[0] ? { manager: summaryOf(managers[0]) } : {}),
      groups: (memberships.get(id) ?? []).map((group) => ({
        ...group,
        shared: id !== me && myGroups.has(group.id),
      })),
      inCommon: id === me ? [] : inCommon(topics, [...own.interests, ...own.askMeAbout]),
      thanked: Math.min(thanks.records.length, maxLimit),
    };
  }

  async function updateProfile({ version, ...edit }: ProfileEdit): Promise<Profile> {
    const me = await identity.me();
    const profile = acceptProfile(edit);
    if (version === undefined) {
      const { record, inserted } = await store.insert(
        profiles,
        communityContainer,
        profileKey,
        profile,
      );
      if (inserted) return record.fields;
      // A first profile that is there already is a repeat of this one, or was made in another window.
      if (isSameProfile(record.fields, profile)) return record.fields;
      throw new Conflict('profile');
    }
    const [{ records }] = await store.read([profileOf(me)]);
    const record = records[0];
    if (!record) throw new NotFound('profile');
    // A repeat after a lost answer, or an edit that changes nothing.
    if (isSameProfile(record.fields, profile)) return profile;
    return (await store.update(profiles, { ...record, version }, profile)).fields;
  }

  return {
    readMe: async (): Promise<PersonSummary> => {
      const me = await identity.me();
      const [person] = await lookUp(directory, [me]);
      if (!person) throw new NotFound(`person ${me}`);
      return summaryOf(person);
    },
    readPerson,
    updateProfile,
    searchPeople: async ({ text }: { text: string }): Promise<readonly PersonSummary[]> =>
      (await directory.search(text, 8)).map(summaryOf),
  };
}
