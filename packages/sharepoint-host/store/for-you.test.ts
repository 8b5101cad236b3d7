/** What it costs to find what waits for somebody, on a site of many groups. */
import { createCommunity, mentionToken } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';

describe('what waits for somebody in thirty open groups', () => {
  let organisation: Organisation;
  const page = (actor: Actor) => createCommunity(organisation.hostOf(actor));

  eachInAnOrganisation((opened) => {
    organisation = opened;
    return Promise.resolve();
  });

  /** A page that knows who reads it, as every page of SharePoint does. */
  async function look() {
    const ben = organisation.hostOf('ben', {
      userId: Number(organisation.ids.ben),
      formDigest: { value: 'came with the page', seconds: 1_800 },
    });
    const before = organisation.network.count();
    const { entries } = organisation.sharePoint.ledger;
    const asked = entries.length;
    const found = await createCommunity(ben).catchUp.forYou();
    return {
      lines: found.lines.map(({ group }) => group.name),
      dropped: found.dropped,
      trips: organisation.network.count() - before,
      operations: entries.length - asked,
    };
  }

  it('takes at most four round trips and 60 operations, and three where nothing waits', async () => {
    const anna = page('anna');
    const ids: string[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      // Ten a day and person count.
      const founder = (['anna', 'ben', 'zoe'] as const)[turn % 3] ?? 'anna';
      const name = `Group ${String(turn).padStart(2, '0')}`;
      ids.push((await page(founder).groups.create({ name, purpose: '' })).id);
    }
    const nothing = await look();
    // One of them asks whether the groups are there, which a page knows that shows them.
    expect(nothing).toMatchObject({ lines: [], dropped: 0 });
    expect(nothing.trips).toBeLessThanOrEqual(3);
    for (const [turn, group] of ids.slice(0, 5).entries()) {
      const text = `Hello ${mentionToken(organisation.ids.ben)}`;
      await anna.wall.post({ group, text, key: `key-of-post-${turn}` });
    }
    const found = await look();
    expect(found.lines).toHaveLength(5);
    expect(found.dropped).toBe(0);
    expect(found.trips).toBeLessThanOrEqual(4);
    expect(found.operations).toBeLessThanOrEqual(60);
  });
});
