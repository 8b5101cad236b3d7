/** Reading a profile card: the person, their profile, their groups, their thanks. */
import * as v from 'valibot';
import { groups, memberships } from '../groups/collections.ts';
import type { GroupSummary } from '../groups/group.ts';
import { membershipsOf } from '../groups/memberships-of.ts';
import { anywhere } from '../kernel/changes.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { communityContainer, governedContainer } from '../kernel/container.ts';
import { NotFound } from '../kernel/errors.ts';
import { personId } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import type { DirectoryPerson, Host } from '../kernel/ports.ts';
import type { Rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { groupThanks, kudos } from '../kudos/collection.ts';
import { lookUp, summaryOf } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { factsOf } from '../people/facts.ts';
import type { WorkFacts } from '../people/facts.ts';
import { staff, staffIn, staffOf, staffUnder } from '../people/staff.ts';
import type { StaffRecord } from '../people/staff.ts';
import { inCommon, noProfile, profileOf } from './profile.ts';
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
  /** Where they work, who says so, and since when they are here. */
  readonly facts: WorkFacts;
  readonly manager?: PersonSummary;
  /** Whose manager they are; at most 20, absent where that is nobody. */
  readonly reports?: readonly PersonSummary[];
  readonly groups: readonly (GroupSummary & { readonly shared: boolean })[];
  /** Interests and topics that the reader has too. */
  readonly inCommon: readonly string[];
  /** How many colleagues thanked them this year: the person alone is told. */
  readonly thanked?: number;
  /** They may be more. */
  readonly isThankedMore?: true;
}

/** How often one was thanked is on one's own card alone. */
const loadThanked = () => import('./thanked.ts');

const groupsIn = async (
  joining: ReturnType<typeof membershipsOf>,
  me: PersonId,
): Promise<readonly string[]> => ((await joining).get(me) ?? []).map(({ id }) => id);

const recordIn = ({ records }: Rows<ProfileRecord['fields']>): ProfileRecord | undefined =>
  records.find((row) => isWellFormed(profiles, row));

/** @throws NotFound where the directory does not know the person. */
export const readCard = query({
  onPage: onPage.read,
  input: v.strictObject({ person: personId }),
  reads: () => [
    ...[profiles, kudos, memberships, groups].map((each) => [each, communityContainer] as const),
    [staff, governedContainer],
    [groupThanks, anywhere],
  ],
  run: async (host, { person: wanted }): Promise<PersonCard> => {
    const { directory, identity, store } = host;
    const me = await identity.me();
    const joining = membershipsOf(host, [me, wanted]);
    const [[person], [theirs, mine, listed, under], joined, thanked] = await Promise.all([
      lookUp(directory, [wanted], 'card'),
      store.read([
        profileOf(wanted),
        profileOf(me),
        staffOf([wanted]),
        staffUnder('byManager', wanted),
      ]),
      joining,
      wanted === me
        ? loadThanked().then(({ countThanks }) => countThanks(host, me, groupsIn(joining, me)))
        : undefined,
    ]);
    if (!person) throw new NotFound(`person ${wanted}`);
    const record = recordIn(theirs);
    const profile = record?.fields ?? noProfile;
    const own = recordIn(mine)?.fields ?? noProfile;
    const known = staffIn(listed.records).get(wanted);
    const managerId = person.manager ?? (known?.manager === '' ? undefined : known?.manager);
    const reportIds = person.reports ?? (await reportsAmong(host, wanted, under.records));
    const above = managerId === undefined ? [] : [managerId];
    const around = await summaries(host, [...above, ...reportIds.slice(0, mostReports)]);
    const manager = around.find(({ id }) => id === managerId);
    const reports = around.filter(({ id, active }) => active && reportIds.includes(id));
    const myGroups = new Set(joined.get(me)?.map((group) => group.id));
    const isMe = wanted === me;
    const topics = [...profile.interests, ...profile.askMeAbout];
    return {
      person,
      isMe,
      profile,
      ...(record ? { profileVersion: record.version } : {}),
      facts: factsOf(person, known, profile),
      ...(manager ? { manager } : {}),
      ...(reports.length > 0 ? { reports } : {}),
      groups: (joined.get(wanted) ?? []).map((group) => ({
        ...group,
        shared: !isMe && myGroups.has(group.id),
      })),
      inCommon: isMe ? [] : inCommon(topics, [...own.interests, ...own.askMeAbout]),
      ...thanked,
    };
  },
});

const mostReports = 20;

const summaries = async ({ directory }: Host, ids: readonly PersonId[]) =>
  ids.length === 0 ? [] : (await lookUp(directory, ids)).map(summaryOf);

/** Of whom the list of staff says so, as what was written last of each says. */
async function reportsAmong(
  { store }: Host,
  manager: PersonId,
  records: readonly StaffRecord[],
): Promise<readonly PersonId[]> {
  const named = [...new Set(records.map(({ fields }) => fields.account))];
  if (named.length === 0) return [];
  const [{ records: all }] = await store.read([staffOf(named)]);
  return [...staffIn(all)].flatMap(([id, said]) => (said.manager === manager ? [id] : []));
}
