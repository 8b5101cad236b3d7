/** Who may do what in a group, by Kantine's operations and by rows written by hand. */
import { describePermissions } from '@kantine/host-contract';
import { harnessOf } from './testing/harness.ts';

describePermissions('Confluence', () => harnessOf({ isPaced: false }));
