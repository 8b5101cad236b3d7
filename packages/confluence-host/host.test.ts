import { describeHostContract } from '@kantine/host-contract';
import { harnessOf } from './testing/harness.ts';

for (const engine of ['MariaDB', 'the embedded database'] as const) {
  describeHostContract(`confluence on ${engine}`, () => harnessOf({ engine }));
}
