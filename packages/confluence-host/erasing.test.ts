/** Erasing one's own rows, proven by an owner's scan of every table. */
import { describeErasing } from '@kantine/host-contract';
import { harnessOf } from './testing/harness.ts';

describeErasing('Confluence', () => harnessOf({ isPaced: false }));
