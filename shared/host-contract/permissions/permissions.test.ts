import { memoryServer } from '@kantine/core/memory-host';
import { directoryPeople, inProcessHarness, stoppedClock } from '../ordered-harness.ts';
import { describePermissions } from './suite.ts';

/** None of the contract's people. */
const owner = { id: 'person-olga', name: 'Olga Owner', active: true };

describePermissions('the memory host', () => {
  const clock = stoppedClock();
  let keys = 0;
  const ids = { next: () => `key-${String((keys += 1)).padStart(17, '0')}` };
  const people = [...directoryPeople, owner];
  const server = memoryServer({ people, clock, ids, owners: [owner.id] });
  const harness = inProcessHarness({
    connect: (person) => server.connect(person),
    restrict: (...args) => server.restrict(...args),
    roundTrips: () => 0,
    advance: (milliseconds) => clock.advance(milliseconds),
    close: () => Promise.resolve(),
  });
  return { ...harness, owner: server.connect(owner.id) };
});
