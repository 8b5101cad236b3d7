import { describeHostContract } from '@kantine/host-contract';
import { harnesses } from './testing/harness.ts';

const makeHarness = harnesses();

describeHostContract('SharePoint', () => makeHarness());

/** S-A5: as some tenants answer. */
describeHostContract('SharePoint, where asking for who is missing is an error', () =>
  makeHarness({ missingPrincipal: 'serverError', expandInCaml: 'nothing' }),
);
