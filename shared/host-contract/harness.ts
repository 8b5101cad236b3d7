/** What a host gives to be judged: its people, a way to sign in, and control of its faults and clock. */
import type { ContainerId, DirectoryPerson, Host, PersonId, Right } from '@kantine/core';
import type { Fault } from '@kantine/core/faulty-host';
import type { Upkeep } from '@kantine/core/upkeep';
import type { EntryFields } from './collections.ts';

/** The people of the contract; the harness puts them into the host's directory, under the host's ids. */
export const contractPeople = {
  anna: {
    name: 'Anna de Vries',
    title: 'Baker',
    department: 'Kitchen',
    place: 'Hall 2',
    active: true,
  },
  ben: { name: 'Ben Okafor', title: 'Driver', active: true },
  zoe: { name: 'Zoë Ångström', title: 'Site engineer', active: true },
  left: { name: 'Zoë Farewell', title: 'Engineer', active: false },
} as const satisfies Record<string, Omit<DirectoryPerson, 'id'>>;

export type Role = keyof typeof contractPeople;

/** One fresh organisation on a host: nobody else in it, nothing stored. */
export interface HostHarness {
  /** The ids that the host gave to the people of the contract. */
  readonly people: Readonly<Record<Role, PersonId>>;
  /** An id that looks like the host's and belongs to nobody. */
  readonly nobody: PersonId;
  /**
   * The host as this person sees it, signed in.
   * @param clockAhead by how many milliseconds the reader's own clock is ahead of the host's; a host whose
   *   rules run elsewhere than on the reader's machine has nothing to do with it.
   */
  connect(person: PersonId, clockAhead?: number): Host | Promise<Host>;
  /** The host as one of its owners sees it: neither Anna nor Ben. */
  readonly owner: Host;
  /** What the host lets somebody do with the rows of others: its owner, unless it is told whom. */
  upkeep(person?: PersonId): Upkeep | Promise<Upkeep>;
  /** Writes entries of the contract into a group's container as if Anna had, faster than one by one. */
  fill(
    container: ContainerId,
    records: readonly { readonly key: string; readonly fields: EntryFields }[],
  ): Promise<void>;
  /** Where a host has parts (`supports.parts`): the host as this person sees it on a page in one of two of them. */
  connectIn?(person: PersonId, part: 'one' | 'another'): Host;
  /** Where owners make closed containers: the host as one of them sees it. */
  readonly approver?: Host;
  /** As an administrator: from now on the person may do no more than this in the container. */
  restrict(container: ContainerId, person: PersonId, right: Right): void | Promise<void>;
  /** How many people besides those of the contract may read what is open; none unless told otherwise. */
  readonly readersBeside?: number;
  /**
   * As an administrator: from now on these groups of the host, which may overlap, may read what is open, and who is
   * in them is told to nobody. Absent where the page tells who reads, and not the host.
   */
  letGroupsRead?(groups: Readonly<Record<string, readonly Role[]>>): void | Promise<void>;
  /** Makes requests of everybody fail, on the wire where the host has one. */
  inject(fault: Fault): void;
  /** Ends every fault. */
  heal(): void;
  /** How many round trips to the host there were so far, as its budget counts them. */
  roundTrips(): number;
  /** Moves the host's clock on. */
  advance(milliseconds: number): void;
  close(): Promise<void>;
}
