/** Containers: the unit of access. Each record lives in exactly one. */
import type { PersonId } from './person-id.ts';

/**
 * `community`, `group:<id>`, `closed:<id>`, `person:<id>`, `governed`, `office`, or what belongs to one of
 * these: `desk:<container>` and `letters:<container>`.
 */
export type ContainerId = string;

/**
 * The kinds of containers, by who reads and writes them. A row in one of the last four proves by where it
 * lies that its author had the right to write it.
 * `community`, `group`: everybody. `closed`: its members. `person`: one person.
 * `governed`: everybody reads, the host's owners write. `office`: the host's owners alone.
 * `desk`: the readers of a container read; its stewards write, where the host knows them, else the owners.
 * `letters`: the writers of a container add; each reads their own, and those they are addressed to read all.
 */
export type ContainerKind =
  'community' | 'group' | 'closed' | 'person' | 'governed' | 'office' | 'desk' | 'letters';

/** What the reader may do in a container. Unknown access is `none`. */
export type Right = 'none' | 'read' | 'write';

/** Where records live that everybody may read: groups, memberships, profiles, kudos. */
export const communityContainer: ContainerId = 'community';

const closedPrefix = 'closed:';
const groupPrefix = 'group:';
const personPrefix = 'person:';

/** Whether only its members have access to a container; its id alone says so, and nobody can change that. */
export const isClosed = (container: ContainerId): boolean =>
  container.startsWith(closedPrefix) && container !== closedPrefix;

/** A closed container's id. */
export const closedContainer = (id: string): ContainerId => `${closedPrefix}${id}`;

/** Where a group's own records live. A closed group has the id of its container. */
export const groupContainer = (group: string): ContainerId =>
  isClosed(group) ? group : groupPrefix + group;

/** The start of a group's id that says who founded it. */
const founded = (founder: PersonId): string => `by-${founder.length}-${founder}-`;

/** A group's id that says who founded it. @param rest what tells it apart from their other groups. */
export const foundedBy = (founder: PersonId, rest: string): string => founded(founder) + rest;

/** Who founded a group, where its id, or that of its container, says so. */
export function founderIn(group: string): PersonId | undefined {
  const [start, length] = /^(?:group:|closed:)?by-(\d+)-/.exec(group) ?? [];
  return start === undefined ? undefined : group.slice(start.length).slice(0, Number(length));
}

/** Where a person keeps what only they read. */
export const personContainer = (person: PersonId): ContainerId => personPrefix + person;

/** What everybody may know of how the community is run: never a group, a person acted upon, or a reason. */
export const governedContainer: ContainerId = 'governed';

/** What the host's owners keep to themselves. */
export const officeContainer: ContainerId = 'office';

const deskPrefix = 'desk:';
const lettersPrefix = 'letters:';

/** Where those who answer for a container write what its readers may know of it. */
export const deskOf = (container: ContainerId): ContainerId => deskPrefix + container;

/** Where the writers of a container write to those who answer for it. */
export const lettersOf = (container: ContainerId): ContainerId => lettersPrefix + container;

/** The group's container that a desk or letters belong to. @returns undefined for every other container. */
export function ownerOf(container: ContainerId): ContainerId | undefined {
  const prefix = [deskPrefix, lettersPrefix].find((each) => container.startsWith(each));
  const owner = prefix === undefined ? undefined : container.slice(prefix.length);
  return owner !== undefined && (isClosed(owner) || isGroup(owner)) ? owner : undefined;
}

/** Whether a container is an open group's. */
export const isGroup = (container: ContainerId): boolean =>
  container.startsWith(groupPrefix) && container !== groupPrefix;

/** What kind of container an id names. @returns undefined for none. */
export function kindOf(container: ContainerId): ContainerKind | undefined {
  if (container === communityContainer) return 'community';
  if (container === governedContainer) return 'governed';
  if (container === officeContainer) return 'office';
  if (isClosed(container)) return 'closed';
  if (isGroup(container)) return 'group';
  if (container.startsWith(personPrefix)) return 'person';
  if (ownerOf(container) === undefined) return undefined;
  return container.startsWith(deskPrefix) ? 'desk' : 'letters';
}
