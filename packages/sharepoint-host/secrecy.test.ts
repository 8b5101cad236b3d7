/** A secret group, to a stranger who asks whatever there is to ask. */
import { describeSecrecy } from '@kantine/host-contract';
import { harnesses } from './testing/harness.ts';

const makeHarness = harnesses();

describeSecrecy('SharePoint', () => makeHarness());
