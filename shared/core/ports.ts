/**
 * What Kantine asks of a host. An adapter fills in these ports; every rule about people, walls and
 * kudos lives above them. The numbered rules that each port must keep are in docs/host-contract.md.
 */
import type { Query, Answers } from './query.ts';
import type { Collection, FieldsOf, FieldSpecs } from './collection.ts';

/** A person's id in the host: a SharePoint user, an Atlassian account. Opaque. */
export type PersonId = string;
/** The unit of access: `community`, `group:<id>`, `closed:<id>` or `person:<id>`. Each record lives in exactly one. */
export type ContainerId = string;
/** Milliseconds since 1970-01-01 UTC. */
export type Instant = number;
/** What the reader may do in a container. Unknown access is `none`. */
export type Right = 'none' | 'read' | 'write';

/** What the host itself writes on every record; a payload can never set it. */
export interface Stamp {
  readonly id: string;
  readonly container: ContainerId;
  readonly author: PersonId;
  readonly created: Instant;
  readonly modified: Instant;
  /** Changes with every update; an update or removal names the version it saw. */
  readonly version: string;
}

/** A record as the host holds it: its stamp, its unique key and its declared fields. */
export interface StoredRecord<Fields = unknown> extends Stamp {
  /**
   * Unique among its author's records in the collection and container; makes an insert safe to
   * repeat. Nobody can take a key away from somebody else.
   */
  readonly key: string;
  readonly fields: Fields;
}

/** Which stored record an update or removal means, and the version it was based on. */
export interface RecordVersion {
  readonly container: ContainerId;
  readonly id: string;
  readonly version: string;
}

/** The answer to an insert: the record that now holds the key, and whether this call made it. */
export interface Inserted<Fields> {
  readonly record: StoredRecord<Fields>;
  readonly inserted: boolean;
}

/** Records in declared collections. There is no full scan: every query names a declared index. */
export interface Store {
  /** Idempotent by the author's `key`. @throws Forbidden, Offline, Throttled */
  insert<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    key: string,
    fields: FieldsOf<Specs>,
  ): Promise<Inserted<FieldsOf<Specs>>>;
  /** Only the author, only from the version seen. @throws Forbidden, NotFound, Conflict, Offline, Throttled */
  update<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    record: RecordVersion,
    fields: Partial<FieldsOf<Specs>>,
  ): Promise<StoredRecord<FieldsOf<Specs>>>;
  /** Only the author, only from the version seen. @throws Forbidden, NotFound, Conflict, Offline, Throttled */
  remove<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    record: RecordVersion,
  ): Promise<void>;
  /** All queries in one host round trip, answered in their order. @throws Forbidden, Offline, Throttled */
  read<const Queries extends readonly Query[]>(queries: Queries): Promise<Answers<Queries>>;
}

/** Who will read what is written in a container, as far as the host can tell. */
export type Audience =
  | {
      readonly known: true;
      /** How many people can read it now, the reader included. */
      readonly count: number;
      /** A few first names, for a human label; never the reader's own. */
      readonly firstNames: readonly string[];
      /** Whether somebody who joins later can read it too. */
      readonly laterJoiners: boolean;
    }
  | { readonly known: false };

/** Containers and who may do what in them; the host enforces, Kantine asks. */
export interface Containers {
  /** Makes the place where an open group's records live: everybody reads and writes. Idempotent. @throws Forbidden */
  create(container: ContainerId): Promise<void>;
  /**
   * Makes a closed container: its maker is its first member and steward, nobody else has access.
   * Safe to repeat. Where only an owner of the host can make one, they are asked for it.
   * @param note what an owner is told, at most 1,000 characters.
   * @throws Forbidden, and Conflict when somebody else made it
   */
  createClosed(container: ContainerId, note: string): Promise<'made' | 'requested'>;
  /** The reader's own right to each container. */
  rights(containers: readonly ContainerId[]): Promise<ReadonlyMap<ContainerId, Right>>;
  audience(container: ContainerId): Promise<Audience>;
  /** The closed containers that the reader is a member of. */
  joined(): Promise<readonly ContainerId[]>;
  /**
   * Who is in a closed container, those who left the organisation included. Where a host tells stewards
   * alone who the stewards are, other members see everybody as a member. @throws Forbidden to others
   */
  members(container: ContainerId): Promise<readonly Member[]>;
  /** Lets a person into a closed container, or changes their role there. Stewards only. @throws Forbidden */
  admit(container: ContainerId, person: PersonId, role: MemberRole): Promise<void>;
  /** Takes a person out of a closed container: a steward anybody, a member themselves. @throws Forbidden */
  expel(container: ContainerId, person: PersonId): Promise<void>;
  /** Requests for closed containers that nobody ended: the reader's own, and all of them for who may approve. */
  requests(): Promise<readonly ContainerRequest[]>;
  /**
   * Makes a closed container that this person asked for; they are its first steward. Safe to repeat:
   * the request stays until it is ended. @throws Forbidden, NotFound
   */
  approve(container: ContainerId, by: PersonId): Promise<void>;
  /** Ends this person's request: they themselves, or who may approve any. Makes nothing. @throws Forbidden */
  endRequest(container: ContainerId, by: PersonId): Promise<void>;
}

/** A steward lets people in and takes them out. */
export type MemberRole = 'member' | 'steward';

export interface Member {
  readonly person: PersonId;
  readonly role: MemberRole;
}

/** Somebody asked an owner of the host for a closed container. */
export interface ContainerRequest {
  readonly container: ContainerId;
  readonly by: PersonId;
  /** What they wrote for the owner. Not to be trusted. */
  readonly note: string;
  /** Whether it was made meanwhile. */
  readonly approved: boolean;
  /** Whether the reader may approve it. */
  readonly mayApprove: boolean;
}

/** A person as the host's own directory knows them. */
export interface DirectoryPerson {
  readonly id: PersonId;
  readonly name: string;
  /** Left the organisation: shown, never offered. */
  readonly active: boolean;
  readonly title?: string;
  readonly department?: string;
  readonly place?: string;
  readonly email?: string;
  /** IANA name, for the local time. */
  readonly timeZone?: string;
  /** An image address that the page may load. */
  readonly photo?: string;
  readonly manager?: PersonId;
}

/** The host's own list of people. */
export interface Directory {
  /** Up to 100 ids; people the host does not know are left out. @throws Offline, Throttled */
  people(ids: readonly PersonId[]): Promise<readonly DirectoryPerson[]>;
  /** Active people whose name or title, where there are titles, starts with the words. @throws Offline, Throttled */
  search(text: string, limit: number): Promise<readonly DirectoryPerson[]>;
}

export interface Identity {
  /** The signed-in person, from the host and from nowhere else. */
  me(): Promise<PersonId>;
}

/** Somebody wrote here; which rows is for a query to find out. */
export interface Change {
  readonly container: ContainerId;
  readonly collection: string;
}

/** Stands for every container or collection: after a pause, nobody knows what was missed. */
export const anywhere = '*';

/** Whether a change may touch records of this container, or of this collection in it. */
export function concerns(change: Change, container: ContainerId, collection = anywhere): boolean {
  const matches = (told: string, asked: string): boolean =>
    told === anywhere || asked === anywhere || told === asked;
  return matches(change.container, container) && matches(change.collection, collection);
}

export interface Changes {
  /** @returns the function that ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void;
}

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new key that nobody else makes: 21 or more random characters. */
  next(): string;
}

/** Optional abilities. Only what is declared here may excuse an adapter from a contract rule. */
export interface Supports {
  /** Changes made by others are announced without asking. */
  readonly pushedChanges: boolean;
  /** Closed containers are made by an owner of the host, whom others ask. */
  readonly ownersApprove: boolean;
  /** The directory knows what people do. */
  readonly jobTitles: boolean;
}

/** Everything a host gives to one signed-in person's page. */
export interface Host {
  readonly supports: Supports;
  readonly identity: Identity;
  readonly directory: Directory;
  readonly containers: Containers;
  readonly store: Store;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly ids: Ids;
}

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
