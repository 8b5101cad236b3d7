/** Who of a group is glad to be asked, and about what: as their profiles say. */
import { admitEach } from '../kernel/admit.ts';
import { isWellFormed, keyIndex } from '../kernel/collection.ts';
import { communityContainer, isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { authorKey, maxIn, rows } from '../kernel/query.ts';
import { isVisible } from '../kernel/visible-text.ts';
import { profileKey } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { membersIfAny } from '../groups/closed-members.ts';
import { isMembership, newestMembers } from '../groups/memberships.ts';
import { peopleFinder } from '../people/person.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import { limits } from '../settings/settings.ts';
import type { Glad } from './whom-to-ask.ts';

/** Profiles that are looked at: what one question may name. */
const mostProfiles = maxIn;

/** The newest who joined an open group, or members of a closed one; nobody where the host tells none. */
async function membersOf(host: Host, group: string, me: PersonId): Promise<readonly PersonId[]> {
  const { store } = host;
  const closed = isClosed(group);
  const newest = newestMembers(closed ? [] : [group], mostProfiles + 1);
  const [inside, [joined, own]] = await Promise.all([
    closed ? membersIfAny(host, group) : undefined,
    store.read([newest, ownPreferences(me)]),
  ]);
  const { blocked } = preferencesIn(own.records);
  const admitted = await admitEach(store, newest, joined, isMembership);
  const people = closed
    ? (inside ?? []).map(({ person }) => person)
    : admitted.records.map(({ author }) => author);
  return [...new Set(people)].filter((person) => person !== me && !blocked.has(person));
}

/** Who wrote by hand may have written anything. */
const isTopic = (topic: string): boolean => topic.length <= limits.profileTag && isVisible(topic);

/** Two round trips. @returns those who say that they are glad to be asked about something, in no order. */
export async function readGlad(host: Host, group: string): Promise<readonly Glad[]> {
  const { store, identity, directory } = host;
  const me = await identity.me();
  const members = (await membersOf(host, group, me)).slice(0, mostProfiles);
  if (members.length === 0) return [];
  const [[found], person] = await Promise.all([
    store.read([
      rows(profiles, {
        container: communityContainer,
        index: keyIndex,
        in: members.map((member) => authorKey(member, profileKey)),
        order: 'ascending',
        limit: 1,
      }),
    ]),
    peopleFinder(directory, members),
  ]);
  return found.records
    .filter((record) => isWellFormed(profiles, record))
    .map(({ author, fields }) => ({
      person: person(author),
      askMeAbout: fields.askMeAbout.filter(isTopic),
    }))
    .filter(
      ({ person: { active, guest }, askMeAbout }) => active && !guest && askMeAbout.length > 0,
    );
}
