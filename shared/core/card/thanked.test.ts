/** What one's own card asks to say how many colleagues thanked somebody. */
import { beforeEach, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { countingHost } from '../testing/counting-host.ts';
import { organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation & { readonly group: string };
beforeEach(async () => {
  company = await organisationWithGroup();
  await company.as('bram').groups.join({ group: company.group });
  const thanks = { recipients: ['bram'], value: 'helps-out', reason: 'carried my crates' } as const;
  await company.as('ada').kudos.give({ ...thanks, as: 'kudos', key: company.key() });
  const ofGroup = { ...thanks, group: company.group, as: 'thanks', key: company.key() } as const;
  await company.as('chloe').kudos.give(ofGroup);
});

it('is two questions more than on a colleague’s, and not which groups are the reader’s again', async () => {
  const { host, reads } = countingHost(company.host('bram'));
  const page = createCommunity(host);
  expect((await page.card.read({ person: 'bram' })).thanked).toBe(2);
  const own = reads.splice(0).flat();
  await page.card.read({ person: 'ada' });
  const others = reads.flat();
  expect(own.filter(({ collection }) => collection.name === 'memberships')).toHaveLength(1);
  expect(own.map(({ collection }) => collection.name).toSorted()).toEqual(
    [...others.map(({ collection }) => collection.name), ...['kudos', 'groupThanks']]
      // One's own memberships and a colleague's are two questions.
      .toSorted()
      .filter((name, at, all) => name !== 'memberships' || all[at - 1] !== name),
  );
});
