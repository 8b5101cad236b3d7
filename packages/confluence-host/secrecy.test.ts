/** A secret group, to a stranger who asks whatever there is to ask. */
import { describeSecrecy } from '@kantine/host-contract';
import { harnessOf } from './testing/harness.ts';

describeSecrecy('Confluence', () => harnessOf({ isPaced: false }));
