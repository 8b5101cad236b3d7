/**
 * What Kantine asks of a host. An adapter implements these ports; every rule about people, walls and
 * kudos lives above them. The numbered rules that each port must keep are in docs/host-contract.md.
 * The ports are in one file, since the author of a host reads them from top to bottom.
 */
import type { Audience } from './audience.ts';
import type { Changes } from './changes.ts';
import type { Collection, FieldsOf, FieldSpecs } from './collection.ts';
import type { ContainerId, Right } from './container.ts';
import type { Answers, Query } from './query.ts';
import type { Inserted, Instant, PersonId, StoredRecord } from './record.ts';

/**
 * Records in declared collections. There is no full scan: every query names a declared index. A change
 * that a write announces carries the write's `origin`, in the page that wrote.
 */
export interface Store {
  /** Idempotent by the author's `key`. @throws Forbidden, Offline, Throttled */
  insert<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    key: string,
    fields: FieldsOf<Specs>,
    origin?: string,
  ): Promise<Inserted<FieldsOf<Specs>>>;
  /**
   * Only the author, only from the version seen.
   * @param record as it was read; its version is what the change is based on.
   * @throws Forbidden, NotFound, Conflict, Offline, Throttled
   */
  update<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    record: StoredRecord<FieldsOf<Specs>>,
    fields: Partial<FieldsOf<Specs>>,
    origin?: string,
  ): Promise<StoredRecord<FieldsOf<Specs>>>;
  /**
   * Only the author, only from the version seen.
   * @param record as it was read.
   * @throws Forbidden, NotFound, Conflict, Offline, Throttled
   */
  remove<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    record: StoredRecord,
    origin?: string,
  ): Promise<void>;
  /** All queries in one host round trip, answered in their order. @throws Forbidden, Offline, Throttled */
  read<const Queries extends readonly Query[]>(queries: Queries): Promise<Answers<Queries>>;
}

/** Containers and who may do what in them; the host enforces, Kantine asks. */
export interface Containers {
  /** Makes the container of an open group: everybody reads and writes. Idempotent. @throws Forbidden */
  create(container: ContainerId): Promise<void>;
  /**
   * Makes a closed container: its maker is its first member and steward, nobody else has access.
   * Safe to repeat. Where only an owner of the host can make one, they are asked for it.
   * @param note what an owner is told, at most 1,000 characters.
   * @throws Forbidden, and Conflict when somebody else made it
   */
  createClosed(container: ContainerId, note: string): Promise<'made' | 'requested'>;
  /**
   * Who founded open containers, as the host itself knows it: nobody becomes a founder by a row. Containers
   * of which the host does not know it are left out.
   */
  founders(containers: readonly ContainerId[]): Promise<ReadonlyMap<ContainerId, PersonId>>;
  /** The reader's own right to each container. */
  rights(containers: readonly ContainerId[]): Promise<ReadonlyMap<ContainerId, Right>>;
  /**
   * Who reads what is written there, as far as the host tells this reader: for them to know, and for no rule.
   * @param effort `known` for what the host can say without asking further, which may be nothing: most readers
   *   of a page write nothing.
   * @throws Offline, Throttled
   */
  audience(container: ContainerId, effort?: 'known'): Promise<Audience>;
  /**
   * The closed containers that the reader is a member of: those in which something changed last first, where the
   * host tells that beside them; else in an order that no steward can fill.
   */
  joined(): Promise<readonly ContainerId[]>;
  /**
   * The members of a closed container, those who left the organisation included. Where a host tells stewards
   * alone who the stewards are, other members see everybody as a member. @throws Forbidden to others
   */
  members(container: ContainerId): Promise<readonly Member[]>;
  /** Lets a person into a closed container, or changes their role there. Stewards only. @throws Forbidden */
  admit(container: ContainerId, person: PersonId, role: MemberRole): Promise<void>;
  /**
   * Takes a person out of a closed container: a steward anybody, a member themselves. Where a host lets no
   * member leave (`supports.leaving`), a member's own wish becomes an ask to the stewards, and the container
   * is none of theirs in `joined` from then on. @throws Forbidden
   */
  expel(container: ContainerId, person: PersonId): Promise<void>;
  /**
   * What the stewards of a closed container are asked for: all of it for a steward, of what members ask their
   * own for others. Asks that were done or taken back are not there any more. @throws Forbidden to who is
   * not in it
   */
  asks(container: ContainerId): Promise<readonly Ask[]>;
  /** Takes the reader's own ask to be taken out back. @throws Forbidden to who is not in it */
  endAsk(container: ContainerId): Promise<void>;
  /**
   * Asks the stewards of a closed container to let the reader in. To ask again changes nothing; a member who
   * asked to be taken out takes that back by it. A container that is not there is Forbidden, or answered
   * like one that is.
   * @param note what the stewards are told, at most 300 characters.
   * @throws Forbidden
   */
  askToJoin(container: ContainerId, note: string): Promise<void>;
  /**
   * The closed containers that the reader asked to be let into. Where owners pass asks on, one that was
   * answered stays until the answer came back, or until it is ended.
   */
  joinsAsked(): Promise<readonly ContainerId[]>;
  /** Ends a person's wish to be let in: they themselves, or a steward. @throws Forbidden to others */
  endJoin(container: ContainerId, by: PersonId): Promise<void>;
  /**
   * Where owners pass on who asks to be let in (`supports.asking`): does so for all that wait for it, and
   * brings the stewards' answers back. To do it again changes nothing. Of those who are no owners nothing is done.
   * @param isListed whether everybody may know of a container; no other is passed on.
   */
  passOn(isListed: (container: ContainerId) => boolean): Promise<void>;
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

/** Somebody asks the stewards of a closed container to be taken out of it, or to be let in. */
export interface Ask {
  readonly by: PersonId;
  readonly kind: 'leave' | 'join';
  /** The words for the stewards. Not to be trusted. */
  readonly note?: string;
  /** Who says so, where the host lets no outsider write what stewards read. */
  readonly passedOnBy?: PersonId;
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
  /** Of another organisation: shown as a guest, never offered. */
  readonly guest?: true;
  readonly title?: string;
  readonly department?: string;
  readonly place?: string;
  readonly email?: string;
  /** IANA name, for the local time. */
  readonly timeZone?: string;
  /** An image address that the page may load. */
  readonly photo?: string;
  readonly manager?: PersonId;
  /** Whose manager they are. */
  readonly reports?: readonly PersonId[];
}

/**
 * How much a question about people needs; a host may tell more. `names` is for what shows many: a name, a
 * picture, and who left as far as the host knows without asking. `work` is for who is chosen or counted:
 * who left, titles, departments. `card` is for one who is looked at: their manager and those
 * whose manager they are, too.
 */
export type PeopleDetail = 'names' | 'work' | 'card';

/** Where somebody works who is looked for. */
export interface WhereAtWork {
  /** Words that begin a word of a name, title, department or place; empty for any. */
  readonly text: string;
  readonly department?: string | undefined;
  readonly place?: string | undefined;
}

/** Who was found so, and the departments and places of all who fit, those of most people first. */
export interface AtWork {
  readonly people: readonly DirectoryPerson[];
  readonly departments: readonly string[];
  readonly places: readonly string[];
}

/** The host's own list of people. */
export interface Directory {
  /**
   * Up to 100 ids; people the host does not know are left out.
   * @param detail `work` unless told otherwise.
   * @throws Offline, Throttled
   */
  people(ids: readonly PersonId[], detail?: PeopleDetail): Promise<readonly DirectoryPerson[]>;
  /**
   * Active people, guests left out, whose name or title, where there are titles, starts with the words. Of somebody whom
   * the host has not met, the id is good for `people` and `choose` alone. @throws Offline, Throttled
   */
  search(text: string, limit: number): Promise<readonly DirectoryPerson[]>;
  /**
   * Active people, guests left out, where the directory knows departments and places (`supports.departments`);
   * nobody elsewhere. What is given narrows down; of a service that is some hours behind, people who came since
   * are missing. @throws Offline, Throttled
   */
  find(wanted: WhereAtWork, limit: number): Promise<AtWork>;
  /**
   * Somebody who was found is named in something that is written.
   * @returns them under the id that records bear, or undefined for nobody.
   * @throws Forbidden where the reader may not bring in whom the host has not met; Offline, Throttled
   */
  choose(id: PersonId): Promise<DirectoryPerson | undefined>;
}

export interface Identity {
  /** The signed-in person, from the host and from nowhere else. */
  me(): Promise<PersonId>;
}

export interface Clock {
  /** The reader's clock, which may be wrong: for what a reader is shown, and for nothing that a rule compares with stamps. */
  now(): Instant;
  /** The host's time, by which it stamps records. @throws Offline, Throttled */
  server(): Promise<Instant>;
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
  /** The directory finds people by department and place. */
  readonly departments: boolean;
  /** Whether a member leaves a closed container by themselves, or asks a steward to be taken out. */
  readonly leaving: 'self' | 'asked';
  /**
   * Whether outsiders ask the stewards of a closed container to be let in: by what stewards read, by owners of
   * the host who pass it on, or not at all.
   */
  readonly asking: 'stewards' | 'owners' | false;
  /**
   * Who reads the letters about a closed container; those about an open group are read by the host's owners
   * everywhere.
   */
  readonly closedLetters: 'stewards' | 'owners';
  /**
   * The rules run where no reader looks, so that hidden words are kept back. Elsewhere somebody who reads the
   * rows by hand finds them.
   */
  readonly holdsBack: boolean;
  /**
   * Who could read all that is stored, besides those it is for: the host's owners, who operates the app, or nobody
   * but the reader.
   */
  readonly reachedBy: 'owners' | 'operators' | 'reader';
  /** The host knows who founded an open container by its id alone, which therefore begins with the founder's. */
  readonly foundersInIds?: true;
  /**
   * The host has parts, of which a page may be in one: a group belongs to the part that its container was made
   * in, and a query may be about the groups of one part (`where`).
   */
  readonly parts?: true;
}

/** Everything a host gives to one signed-in person's page. */
export interface Host {
  /** Names this community among all that pages of one origin may hold: a site's address, say. */
  readonly site: string;
  readonly supports: Supports;
  readonly identity: Identity;
  readonly directory: Directory;
  readonly containers: Containers;
  readonly store: Store;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly ids: Ids;
}
