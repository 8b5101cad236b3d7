/** Containers: the unit of access. Each record lives in exactly one. */
import type { PersonId } from './person-id.ts';

/** `community`, `group:<id>`, `closed:<id>` or `person:<id>`. */
export type ContainerId = string;

/** The kinds of containers, by who reads them: everybody, everybody, its members, one person. */
export type ContainerKind = 'community' | 'group' | 'closed' | 'person';

/** What the reader may do in a container. Unknown access is `none`. */
export type Right = 'none' | 'read' | 'write';

/** Where records live that everybody may read: groups, memberships, profiles, kudos. */
export const communityContainer: ContainerId = 'community';

const closedPrefix = 'closed:';

/** Whether only its members have access to a container; its id alone says so, and nobody can change that. */
export const isClosed = (container: ContainerId): boolean =>
  container.startsWith(closedPrefix) && container !== closedPrefix;

/** A closed container's id. */
export const closedContainer = (id: string): ContainerId => `${closedPrefix}${id}`;

/** Where a group's own records live. A closed group has the id of its container. */
export const groupContainer = (group: string): ContainerId =>
  isClosed(group) ? group : `group:${group}`;

/** Where a person keeps what only they read. */
export const personContainer = (person: PersonId): ContainerId => `person:${person}`;
