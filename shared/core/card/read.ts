/** Reading a profile card: the person, their profile, their groups, their thanks. */
import * as v from 'valibot';
import { groups, memberships } from '../groups/collections.ts';
import type { GroupSummary } from '../groups/group.ts';
import { membershipsOf } from '../groups/memberships-of.ts';
import { admitPage } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import { personId } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import type { DirectoryPerson, Host } from '../kernel/ports.ts';
import type { Rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { kudos } from '../kudos/collection.ts';
import { isThanks, kudosReceived } from '../kudos/kudos.ts';
import type { KudosRecord } from '../kudos/kudos.ts';
import { lookUp, summaryOf } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { inCommon, profileOf } from './profile.ts';
import { profiles } from './profiles.ts';
import type { Profile, ProfileRecord } from './profile.ts';
import { onPage } from './on-page.ts';

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
  /** How many colleagues thanked them this year; the person alone is told. */
  readonly thanked?: number;
}

const noProfile: Profile = { about: '', askMeAbout: [], interests: [] };

const recordIn = ({ records }: Rows<ProfileRecord['fields']>): ProfileRecord | undefined =>
  records.find((row) => isWellFormed(profiles, row));

/** @throws NotFound where the directory does not know the person. */
export const readCard = query({
  onPage: onPage.read,
  input: v.strictObject({ person: personId }),
  reads: () =>
    [profiles, kudos, memberships, groups].map((each) => [each, communityContainer] as const),
  run: async (host, { person: wanted }): Promise<PersonCard> => {
    const { directory, identity, store } = host;
    const me = await identity.me();
    const [[person], [theirs, mine, ...received], joined] = await Promise.all([
      lookUp(directory, [wanted], 'card'),
      store.read([profileOf(wanted), profileOf(me), ...(wanted === me ? [kudosReceived(me)] : [])]),
      membershipsOf(host, [me, wanted]),
    ]);
    const thanked = received[0] && (await countThanks(host, me, received[0]));
    if (!person) throw new NotFound(`person ${wanted}`);
    const record = recordIn(theirs);
    const profile = record?.fields ?? noProfile;
    const own = recordIn(mine)?.fields ?? noProfile;
    const managers = person.manager === undefined ? [] : await lookUp(directory, [person.manager]);
    const myGroups = new Set(joined.get(me)?.map((group) => group.id));
    const isMe = wanted === me;
    const topics = [...profile.interests, ...profile.askMeAbout];
    return {
      person,
      isMe,
      profile,
      ...(record ? { profileVersion: record.version } : {}),
      ...(managers[0] ? { manager: summaryOf(managers[0]) } : {}),
      groups: (joined.get(wanted) ?? []).map((group) => ({
        ...group,
        shared: !isMe && myGroups.has(group.id),
      })),
      inCommon: isMe ? [] : inCommon(topics, [...own.interests, ...own.askMeAbout]),
      ...(thanked === undefined ? {} : { thanked }),
    };
  },
});

async function countThanks(
  host: Host,
  person: PersonId,
  received: Rows<KudosRecord['fields']>,
): Promise<number> {
  const { records } = await admitPage(host.store, kudosReceived(person), received, isThanks);
  const year = new Date(host.clock.now()).getUTCFullYear();
  const ofYear = records.filter(({ created }) => created >= Date.UTC(year, 0));
  return new Set(ofYear.map(({ author }) => author)).size;
}
