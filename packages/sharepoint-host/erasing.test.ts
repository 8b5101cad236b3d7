/** Erasing one's own rows, proven by an owner's scan of every list. */
import { describeErasing } from '@kantine/host-contract';
import { harnesses } from './testing/harness.ts';

const makeHarness = harnesses();

describeErasing('SharePoint', () => makeHarness());
