import { memoryMap } from '@kantine/core/ordered-store';
import { memoryHarness } from './memory-harness.ts';
import { orderedHarness } from './ordered-harness.ts';
import { describeHostContract } from './suite.ts';

describeHostContract('memory', () => memoryHarness());

describeHostContract('memory, where owners make closed containers', () =>
  orderedHarness(memoryMap(), () => Promise.resolve(), { ownersApprove: true }),
);

describeHostContract('memory, where owners and stewards are asked for everything', () =>
  orderedHarness(memoryMap(), () => Promise.resolve(), { ownersApprove: true, isByAsking: true }),
);
