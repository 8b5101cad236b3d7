/** The harness of every host over an ordered map. */
import { changeHub, orderedHost, orderedUpkeep } from '@kantine/core/ordered-store';
import type { OrderedMap, ReadingGroup } from '@kantine/core/ordered-store';
import { faultPlan, faultyHost, faultyUpkeep } from '@kantine/core/faulty-host';
import type { ContainerId, DirectoryPerson, Host, PersonId, Right } from '@kantine/core';
import type { Upkeep } from '@kantine/core/upkeep';
import { entries } from './collections.ts';
import { contractPeople } from './harness.ts';
import type { HostHarness, Role } from './harness.ts';

const roles = Object.keys(contractPeople) as readonly Role[];

/** The contract's people under ids of no particular host. */
export const directoryPeople: readonly DirectoryPerson[] = roles.map((role) => ({
  id: `person-${role}`,
  ...contractPeople[role],
}));

/** Who owns a host of this kind. */
export const contractOwner: PersonId = 'person-zoe';

const ids = Object.fromEntries(roles.map((role) => [role, `person-${role}`]));

/** A Tuesday afternoon. */
const start = Date.UTC(2026, 10, 24, 14, 30);

/** A clock that only moves when it is told to. */
export function stoppedClock(): { now(): number; advance(milliseconds: number): void } {
  let now = start;
  return { now: () => now, advance: (milliseconds) => void (now += milliseconds) };
}

export interface InProcessHost {
  connect(person: PersonId, clockAhead?: number): Host;
  upkeep(person: PersonId): Upkeep;
  restrict(container: ContainerId, person: PersonId, right: Right): void;
  roundTrips(): number;
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

/** A harness for a host without a network: its faults are put in front of it. */
export function inProcessHarness(host: InProcessHost): HostHarness {
  const faults = faultPlan();
  const connect = (person: PersonId, clockAhead?: number): Host =>
    faultyHost(host.connect(person, clockAhead), faults);
  return {
    ...host,
    people: ids as Record<Role, PersonId>,
    nobody: 'person-nobody',
    connect,
    owner: connect(contractOwner),
    upkeep: (person = contractOwner) => faultyUpkeep(host.upkeep(person), faults),
    fill: async (container, records) => {
      const { store } = host.connect(ids.anna ?? '');
      for (const { key, fields } of records) await store.insert(entries, container, key, fields);
    },
    inject: (fault) => faults.inject(fault),
    heal: () => faults.heal(),
  };
}

/** A map that counts its transactions: each is a trip to whatever keeps the entries. */
function counted(map: OrderedMap): OrderedMap & { count(): number } {
  let transactions = 0;
  return {
    count: () => transactions,
    transact: (mode, work) => {
      transactions += 1;
      return map.transact(mode, work);
    },
  };
}

const rank: Record<Right, number> = { none: 0, read: 1, write: 2 };

export interface OrderedHarnessOptions {
  /** Whether closed containers are made by an owner. */
  readonly ownersApprove?: boolean;
  /** Whether owners pass on who asks to be let in, and members ask to be taken out. */
  readonly isByAsking?: boolean;
}

/** @param map empty, for this harness alone. */
export function orderedHarness(
  map: OrderedMap,
  close: () => Promise<void>,
  { ownersApprove = false, isByAsking = false }: OrderedHarnessOptions = {},
): HostHarness {
  const clock = stoppedClock();
  const trips = counted(map);
  const changes = changeHub();
  const restrictions = new Map<string, Right>();
  let groups: readonly ReadingGroup[] = [];
  let keys = 0;
  const connect = (me: PersonId, clockAhead = 0): Host =>
    orderedHost({
      map: trips,
      people: directoryPeople,
      me,
      changes,
      clock,
      readersNow: () => clock.now() + clockAhead,
      ids: { next: () => `key-${String((keys += 1)).padStart(17, '0')}` },
      owners: [contractOwner],
      ownersApprove,
      groups: () => groups,
      ...(isByAsking ? { asking: 'owners', leaving: 'asked' } : {}),
      restrict: (container, right, person) => {
        const most = restrictions.get(JSON.stringify([container, person])) ?? 'write';
        return rank[most] < rank[right] ? most : right;
      },
    });
  const harness = inProcessHarness({
    connect,
    upkeep: (me) => orderedUpkeep({ map, me, changes, clock, owners: [contractOwner] }),
    restrict: (container, person, right) =>
      void restrictions.set(JSON.stringify([container, person]), right),
    roundTrips: () => trips.count(),
    advance: (milliseconds) => clock.advance(milliseconds),
    close,
  });
  const reading: Pick<HostHarness, 'letGroupsRead'> = {
    letGroupsRead: (named) => {
      groups = Object.entries(named).map(([name, all]) => ({
        name,
        people: all.map((role) => `person-${role}`),
      }));
    },
  };
  return {
    ...harness,
    ...reading,
    ...(ownersApprove ? { approver: connect(contractOwner) } : {}),
  };
}
