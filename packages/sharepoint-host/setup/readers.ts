/**
 * The readers of a site, and which of them take part in Kantine. Readers come from many principals: site
 * groups,
 * direct grants, groups of the directory, everybody. An owner chooses among them; the permissions of the
 * lists keep the choice, and the setup row keeps whom the owner was asked about. For owners.
 */
import { isGuest } from '../directory/person.ts';
import { registryList, requestList } from '../schema/index.ts';
import { answerIfThere, answerOf, get } from '../wire/index.ts';
import type { BasePermissions, RestRequest, Outcome, Wire } from '../wire/index.ts';
import { askGrants, grantsIn } from './access.ts';
import type { ReaderSelection } from './access.ts';
import { everyoneOf, principalTypes } from './noted-readers.ts';
import type { SetupRow } from './row.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

/** A principal with a right to read the site. */
export interface Reader {
  /** Its number in the site collection. */
  readonly id: number;
  readonly name: string;
  readonly kind: 'person' | 'guest' | 'site-group' | 'directory-group' | 'everyone';
  /** How many people are in a site group; absent where other groups are in it, or the site does not tell. */
  readonly people?: number;
  /** How many of those who are in a site group by name are guests; absent where none is. */
  readonly guests?: number;
  /** Groups in a site group: what SharePoint tells of them is their names. */
  readonly holds?: readonly string[];
  /** Whether it takes part: by what an owner chose, else by what is suggested. */
  readonly isIn: boolean;
  /** Whether it came since an owner was asked, or since an earlier version set the site up. */
  readonly isNew: boolean;
}

/** Limited Access lets somebody pass through to a single list or row. */
const limitedAccess = 1;
const viewItems = 1 << 0;

interface Principal {
  readonly Id: number;
  readonly LoginName: string;
  readonly Title: string;
  readonly PrincipalType: number;
}

interface Inheriting {
  readonly HasUniqueRoleAssignments: boolean;
}

interface Assignment {
  readonly Member: Principal;
  readonly RoleDefinitionBindings: readonly {
    readonly RoleTypeKind: number;
    readonly BasePermissions: BasePermissions;
  }[];
}

/** Those who take part have a right to each of these: one that inherits the site's permissions tells nothing. */
const standing = [registryList, requestList];

/** The questions that `whoReadsIn` takes the answers to. */
export const askWhoReads = (site: Pick<Site, 'environment'>): readonly RestRequest[] => [
  {
    ...get('web/roleAssignments?$expand=Member,RoleDefinitionBindings&$top=5000'),
    most: 5_000_000,
  },
  get('web/associatedOwnerGroup?$select=Id'),
  ...standing.flatMap((list) => [
    get(`${pathOf(site, list)}?$select=HasUniqueRoleAssignments`),
    askGrants(pathOf(site, list)),
  ]),
];

/** The principals with a right to read, and those that have one to the lists. */
export interface WhoReads {
  readonly principals: readonly Principal[];
  /** Absent where no list tells. */
  readonly granted: ReadonlySet<number> | undefined;
}

export function whoReadsIn([assigned, group, ...lists]: readonly Outcome[]): WhoReads {
  const owners = answerIfThere<{ Id: number }>(group)?.Id;
  const principals = answerOf<readonly Assignment[]>(assigned)
    .filter(({ RoleDefinitionBindings: levels }) =>
      levels.some(
        ({ RoleTypeKind, BasePermissions: { Low } }) =>
          RoleTypeKind !== limitedAccess && (Number(Low) & viewItems) !== 0,
      ),
    )
    .map(({ Member }) => Member)
    // Owners manage the lists, whatever they choose.
    .filter(({ Id }) => Id !== owners);
  const given = standing.flatMap((_, at) => {
    const [list, grants] = lists.slice(2 * at, 2 * at + 2);
    const isOwn = list?.ok === true && (list.value as Inheriting).HasUniqueRoleAssignments;
    if (!isOwn || grants?.ok !== true) return [];
    const ids = grantsIn(grants).filter(({ to }) => to !== owners);
    return [new Set(ids.map(({ to }) => to))];
  });
  return { principals, granted: given.find(({ size }) => size > 0) ?? given[0] };
}

/** Whether somebody reads the site about whom no owner was asked. A site of an earlier version asked about nobody. */
export const hasNewcomers = ({ principals }: WhoReads, { known }: SetupRow): boolean =>
  known !== undefined && principals.some(({ Id }) => !known.includes(Id));

function kindOf({ LoginName, PrincipalType }: Principal): Reader['kind'] {
  if (PrincipalType === principalTypes.siteGroup) return 'site-group';
  if (PrincipalType === principalTypes.person) return isGuest(LoginName) ? 'guest' : 'person';
  return everyoneOf(LoginName) === undefined ? 'directory-group' : 'everyone';
}

/** Guests and everybody are let in by who means it; a group of guests alone is the same. */
function isSuggested(principal: Principal, members: readonly Principal[]): boolean {
  const kind = kindOf(principal);
  if (kind !== 'site-group') return kind === 'person' || kind === 'directory-group';
  if (members.some(({ LoginName }) => everyoneOf(LoginName) === 'company-and-guests')) return false;
  return members.length === 0 || members.some((member) => kindOf(member) !== 'guest');
}

type Numbers = Pick<Reader, 'people' | 'guests' | 'holds'>;

function numbersOf(members: readonly Principal[] | undefined): Numbers {
  if (!members) return {};
  const people = members.filter(({ PrincipalType }) => PrincipalType === principalTypes.person);
  const guests = people.filter(({ LoginName }) => isGuest(LoginName)).length;
  const holds = members.filter((member) => !people.includes(member)).map(({ Title }) => Title);
  return {
    ...(holds.length === 0 ? { people: people.length } : { holds }),
    ...(guests === 0 ? {} : { guests }),
  };
}

/** Every reader, with what an owner chose or what is suggested. */
export async function readersOf(
  wire: Wire,
  { principals, granted }: WhoReads,
  { known }: SetupRow,
): Promise<readonly Reader[]> {
  const groups = principals.filter(
    ({ PrincipalType }) => PrincipalType === principalTypes.siteGroup,
  );
  const asked = await wire.batch(
    groups.map(({ Id }) =>
      get(`web/siteGroups(${Id})/users?$select=Id,LoginName,Title,PrincipalType&$top=5000`),
    ),
  );
  // A group may hide its members, from owners of the site too.
  const membersOf = new Map(groups.map(({ Id }, at) => [Id, answerIfTold(asked[at])] as const));
  const isSetUp = known !== undefined || granted !== undefined;
  return principals.map((principal) => {
    const { Id: id, Title: name } = principal;
    const members = membersOf.get(id);
    const wasAsked = granted !== undefined && (known?.includes(id) === true || granted.has(id));
    return {
      id,
      name,
      kind: kindOf(principal),
      ...numbersOf(members),
      isIn: wasAsked ? granted.has(id) : isSuggested(principal, members ?? []),
      isNew: isSetUp && !wasAsked,
    };
  });
}

const answerIfTold = (outcome: Outcome | undefined): readonly Principal[] | undefined =>
  outcome?.ok === true ? answerOf<readonly Principal[]>(outcome) : undefined;

/** A choice among all who read the site now. */
export interface Chosen extends ReaderSelection {
  /** Those about whom an owner was asked; without a choice of theirs, all. */
  readonly asked: readonly number[];
  /** Whether an owner made it; else who has a right keeps it. */
  readonly isOwners: boolean;
}

/** @param choice of an owner; without one those take part who do, or who would be suggested. */
export async function chosenReaders(
  site: Site,
  row: SetupRow,
  choice: ReaderSelection | undefined,
): Promise<Chosen> {
  const seen = whoReadsIn(await site.wire.batch(askWhoReads(site)));
  const all = seen.principals.map(({ Id }) => Id);
  if (choice) {
    // Somebody may have come, or lost the right, since the owner was shown the list.
    return {
      in: all.filter((id) => choice.in.includes(id)),
      out: all.filter((id) => !choice.in.includes(id)),
      asked: all.filter((id) => choice.in.includes(id) || choice.out.includes(id)),
      isOwners: true,
    };
  }
  const readers = await readersOf(site.wire, seen, row);
  const idsOf = (isIn: boolean): number[] =>
    readers.filter((reader) => reader.isIn === isIn).map(({ id }) => id);
  return { in: idsOf(true), out: idsOf(false), asked: all, isOwners: false };
}
