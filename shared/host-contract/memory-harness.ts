import type { DirectoryPerson } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import type { HostHarness } from './harness.ts';
import {
  contractOwner,
  directoryPeople,
  inProcessHarness,
  stoppedClock,
} from './ordered-harness.ts';

/** None of the contract's people: where it matters that an owner is in no group. */
export const outsideOwner: DirectoryPerson = {
  id: 'person-olga',
  name: 'Olga Owner',
  active: true,
};

/** The host in memory. @param owner who owns it, if it is none of the contract's people. */
export function memoryHarness(owner?: DirectoryPerson): HostHarness {
  const clock = stoppedClock();
  let keys = 0;
  let reads = 0;
  const ids = { next: () => `key-${String((keys += 1)).padStart(17, '0')}` };
  const people = owner ? [...directoryPeople, owner] : directoryPeople;
  const server = memoryServer({ people, clock, ids, owners: [owner?.id ?? contractOwner] });
  const harness = inProcessHarness({
    connect: (person, clockAhead = 0) => {
      const host = server.connect(person, () => clock.now() + clockAhead);
      const { store } = host;
      const read: typeof store.read = (queries) => {
        reads += 1;
        return store.read(queries);
      };
      return { ...host, store: { ...store, read } };
    },
    upkeep: (person) => server.upkeep(person),
    restrict: (...args) => server.restrict(...args),
    roundTrips: () => reads,
    advance: (milliseconds) => clock.advance(milliseconds),
    close: () => Promise.resolve(),
  });
  if (!owner) return harness;
  return {
    ...harness,
    owner: server.connect(owner.id),
    upkeep: (person = owner.id) => server.upkeep(person),
  };
}
