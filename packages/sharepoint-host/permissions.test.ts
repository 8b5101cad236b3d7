/** Who may do what in a group, by Kantine's operations and by rows written by hand. */
import { describePermissions } from '@kantine/host-contract';
import { harnesses } from './testing/harness.ts';

const makeHarness = harnesses();

// Owners of a site have Full Control of all that is in it; audience labels name them.
describePermissions('SharePoint', () => makeHarness(), { areOwnersInside: true });
