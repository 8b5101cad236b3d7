import { memoryServer } from '@kantine/core/memory-host';
import { memoryMap } from '@kantine/core/ordered-store';
import {
  contractOwner,
  directoryPeople,
  inProcessHarness,
  orderedHarness,
  stoppedClock,
} from './ordered-harness.ts';
import { describeHostContract } from './suite.ts';

describeHostContract('memory', () => {
  const clock = stoppedClock();
  let keys = 0;
  let reads = 0;
  const ids = { next: () => `key-${String((keys += 1)).padStart(17, '0')}` };
  const server = memoryServer({ people: directoryPeople, clock, ids, owners: [contractOwner] });
  return inProcessHarness({
    connect: (person, clockAhead = 0) => {
      const host = server.connect(person, () => clock.now() + clockAhead);
      const { store } = host;
      const read: typeof store.read = (queries) => {
        reads += 1;
        return store.read(queries);
      };
      return { ...host, store: { ...store, read } };
    },
    restrict: (...args) => server.restrict(...args),
    roundTrips: () => reads,
    advance: (milliseconds) => clock.advance(milliseconds),
    close: () => Promise.resolve(),
  });
});

describeHostContract('memory, where owners make closed containers', () =>
  orderedHarness(memoryMap(), () => Promise.resolve(), { ownersApprove: true }),
);

describeHostContract('memory, where owners and stewards are asked for everything', () =>
  orderedHarness(memoryMap(), () => Promise.resolve(), { ownersApprove: true, isByAsking: true }),
);
