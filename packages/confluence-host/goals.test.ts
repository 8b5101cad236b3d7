/** The numbers of goals, counted over tables. */
import { describeGoalNumbers } from '@kantine/host-contract';
import { contractHost } from './testing/contract-host.ts';
import { accountOf, openOrganisation } from './testing/organisation.ts';

const colleagues = ['dora', 'eva', 'finn', 'gus'].map((name) => `712020:${name}-4f1e`);

describeGoalNumbers(
  'Confluence',
  async () => {
    const organisation = await openOrganisation({ isPaced: false, colleagues });
    const listening = new Set<Promise<unknown>>();
    return {
      people: [accountOf('anna'), accountOf('ben'), accountOf('zoe'), ...colleagues],
      connect: (person) => contractHost(organisation, person, listening),
      advance: (milliseconds) => void organisation.clock.advance(milliseconds),
      close: () => organisation.close(),
    };
  },
  { histories: 6, steps: 60 },
);
