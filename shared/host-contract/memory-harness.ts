import { memoryServer } from '@kantine/core/memory-host';
import type { HostHarness } from './harness.ts';
import { directoryPeople, inProcessHarness, stoppedClock } from './ordered-harness.ts';

/** None of the contract's people. */
const owner = { id: 'person-olga', name: 'Olga Owner', active: true };

/** The host in memory, with an owner who is none of the contract's people. */
export function memoryHarness(): HostHarness {
  const clock = stoppedClock();
  let keys = 0;
  let reads = 0;
  const ids = { next: () => `key-${String((keys += 1)).padStart(17, '0')}` };
  const people = [...directoryPeople, owner];
  const server = memoryServer({ people, clock, ids, owners: [owner.id] });
  const harness = inProcessHarness({
    connect: (person) => {
      const host = server.connect(person);
      const read: typeof host.store.read = (queries) => {
        reads += 1;
        return host.store.read(queries);
      };
      return { ...host, store: { ...host.store, read } };
    },
    restrict: (...args) => server.restrict(...args),
    roundTrips: () => reads,
    advance: (milliseconds) => clock.advance(milliseconds),
    close: () => Promise.resolve(),
  });
  return { ...harness, owner: server.connect(owner.id) };
}
