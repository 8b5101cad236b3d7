/** What the feed of thanks costs on SharePoint, with those of one's groups among it. */
import { createCommunity } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';

describe('the feed of thanks', () => {
  let organisation: Organisation;
  const page = (actor: Actor) => createCommunity(organisation.hostOf(actor));

  eachInAnOrganisation((opened) => {
    organisation = opened;
    return Promise.resolve();
  });

  it('is two round trips on a page that knows its groups, with thanks in ten of thirty', async () => {
    const anna = page('anna');
    const ben = organisation.ids.ben;
    const words = { value: 'helps-out', as: 'thanks', recipients: [ben] } as const;
    for (let turn = 0; turn < 30; turn += 1) {
      // Ten a day and person count.
      const founder = page((['anna', 'ben', 'zoe'] as const)[turn % 3] ?? 'anna');
      const { id: group } = await founder.groups.create({ name: `Group ${turn}`, purpose: '' });
      await page('ben').groups.join({ group });
      if (turn % 3 !== 0) continue;
      const reason = `for the crates in ${turn}`;
      await anna.kudos.give({ ...words, reason, key: `key-of-thanks-${turn}`, group });
    }
    await anna.kudos.give({ ...words, reason: 'for all to read', key: 'key-of-thanks' });
    const host = organisation.hostOf('ben', {
      userId: Number(ben),
      formDigest: { value: 'came with the page', seconds: 1_800 },
    });
    const reader = createCommunity(host);
    const ask = async () => {
      const before = organisation.network.count();
      const { thankYous } = await reader.kudos.read({ isWide: true });
      return { number: thankYous.length, trips: organisation.network.count() - before };
    };
    // A page that knows nothing yet also looks whether the groups are there, and whether each row is its author's first.
    const first = await ask();
    expect(first.number).toBe(11);
    expect(first.trips).toBeLessThanOrEqual(5);
    expect((await ask()).trips).toBeLessThanOrEqual(2);
    expect((await page('zoe').kudos.read({ isWide: true })).thankYous).toHaveLength(1);
  });
});
