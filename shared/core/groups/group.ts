/**
 * Groups: open ones that everybody may find, read and join; closed ones that everybody may find and
 * members read; secret ones that only members know of.
 */
import type { RecordOf } from '../kernel/collection.ts';
import {
  closedContainer,
  communityContainer,
  foundedBy,
  founderIn,
  isClosed,
} from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Supports } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { limits } from '../settings/settings.ts';
import type { groups, memberships } from './collections.ts';
import { cleanText, isVisible } from '../kernel/visible-text.ts';
import type { PersonSummary } from '../people/person.ts';
import type { Decision } from '../stewards/decisions.ts';

export type GroupRecord = RecordOf<typeof groups>;

export interface GroupSummary {
  readonly id: string;
  /** Empty where nobody who is left remembers it. */
  readonly name: string;
}

export type GroupAccess = 'open' | 'closed' | 'secret';

/** What is known of a group besides who is in it. */
export interface KnownGroup extends GroupSummary {
  /** Empty where its record is gone. */
  readonly purpose: string;
  readonly access: GroupAccess;
  /** Who started it, where an older group's name looks the same. */
  readonly startedBy?: PersonSummary;
  /** What most of its newest members joined, where it was renamed since. */
  readonly formerly?: string;
}

/** That somebody is asked into a group. */
export interface Invitation {
  readonly by: PersonSummary;
  readonly at: Instant;
}

export interface GroupView extends KnownGroup {
  /** Absent where it is for members to know, and for closed groups in a list. */
  readonly memberCount?: number;
  /** The newest members, at most eight. */
  readonly members: readonly PersonSummary[];
  readonly joined: boolean;
  /** Set where its stewards archived it: nobody writes in it any more. */
  readonly archived?: Decision;
  /** Set where a steward asked the reader in, who has not answered: into a closed group they were let, too. */
  readonly invited?: Invitation;
  /** Whether the reader lets people in and takes them out. */
  readonly steward: boolean;
  /** Set for a member who cannot leave by themselves: stewards are asked. */
  readonly leaving?: 'asked';
  /** Set in a list for a closed group that the reader may ask to be let into: who is told first. */
  readonly asking?: 'stewards' | 'owners';
  /** Set in a list for a closed group that the reader is not in, where owners of the host read letters about it. */
  readonly letters?: 'owners';
  /** Set where the reader asked to be let in, and nobody answered. */
  readonly asked?: true;
  /** The reader asked for it, and an owner of the site has yet to make it. */
  readonly requested: boolean;
}

/** How the id of a secret group begins. */
export const secretGroups = closedContainer('secret-');

/** What kind of group an id names. Nobody can write a record that says otherwise. */
export function accessOf(group: string): GroupAccess {
  if (!isClosed(group)) return 'open';
  return group.startsWith(secretGroups) ? 'secret' : 'closed';
}

/** Where a group's own record is kept: a secret one among what only its members read. */
export const containerOfRecord = (group: string): ContainerId =>
  accessOf(group) === 'secret' ? group : communityContainer;

/** The id of a group that is not secret, by its record's. */
const closedGroupId = closedContainer;

/** Who founded a closed group, where its id says so: that of one that an owner had to make first. */
export const founderOf = (group: string): PersonId | undefined =>
  isClosed(group) ? founderIn(group) : undefined;

/** The record's id of a group that is not secret. */
export function recordIdOf(group: string): string {
  if (isClosed(group)) return group.slice(closedGroupId('').length);
  const founder = founderIn(group);
  return founder === undefined ? group : group.slice(foundedBy(founder, '').length);
}

/**
 * The key of an open group whose id says who founded it. Titles have no capital letters, so that the key of
 * no other group begins like this.
 */
const foundedKey = (title: string): string => `By its founder: ${title}`;

/** The key of a new open group, or of a closed one that everybody makes by themselves. */
export const groupKey = ({ foundersInIds }: Supports, access: string, title: string): string =>
  foundersInIds && access === 'open' ? foundedKey(title) : title;

/** The id of the group that a record is about. */
export function groupIdOf({ id, key, author, container, fields }: GroupRecord): string {
  const { access } = fields;
  if (access === 'secret') return container;
  if (access === 'closed') return founderOf(key) === undefined ? closedGroupId(id) : key;
  return key.startsWith(foundedKey('')) ? foundedBy(author, id) : id;
}

/** The name as names are compared: «  Lunch  Run » and «lunch run» are one. */
export function groupTitle(name: string): string {
  const title = name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
  // Some characters compose of many; a title that outgrew its column would make the group unreadable.
  return cleanText(title.slice(0, limits.groupName));
}

/**
 * Drops a group whose name is not the one that it took, one that is not kept where it belongs, and one
 * whose id names another founder.
 */
export function admitGroup(record: GroupRecord): boolean {
  const { container, fields, author } = record;
  const id = groupIdOf(record);
  const isInItsContainer = accessOf(id) === fields.access && containerOfRecord(id) === container;
  const isOwn = [undefined, author].includes(founderOf(id));
  const isNamed = isVisible(fields.name) && fields.title === groupTitle(fields.name);
  return isInItsContainer && isOwn && isNamed;
}

/** Drops a membership that somebody wrote for another person. */
export function admitMembership({ author, key, fields }: RecordOf<typeof memberships>): boolean {
  return fields.person === author && key === fields.group;
}
