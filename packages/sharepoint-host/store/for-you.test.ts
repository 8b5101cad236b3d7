/** What it costs to find what waits for somebody, on a site of many groups. */
import {
  collections,
  createCommunity,
  everybodyToken,
  groupContainer,
  mentionToken,
} from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { fill } from '../testing/bulk.ts';
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

  it('tells what is said to everybody and on posts that one follows, in no more round trips', async () => {
    const anna = page('anna');
    const { id: group } = await anna.groups.create({ name: 'Group', purpose: '' });
    const ben = page('ben');
    await ben.groups.join({ group });
    const said = await anna.wall.post({ group, text: 'Soup', key: 'key-of-the-post' });
    await ben.preferences.follow({ group, post: said.id });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const text = `At noon, ${everybodyToken}`;
    await anna.wall.post({ group, text, key: 'key-of-everybody' });
    await anna.wall.comment({ group, post: said.id, text: 'With bread', key: 'key-of-comment' });
    const found = await ben.catchUp.forYou();
    expect(found.lines.map(({ why }) => why).toSorted()).toEqual(['everybody', 'followed']);
    expect(await page('zoe').catchUp.forYou()).toMatchObject({ lines: [], dropped: 0 });
    expect(await ben.catchUp.everybody({ group })).toBe(1);
    const { trips, operations } = await look();
    // One more than for a mention: how many are in the group where somebody mentioned everybody.
    expect(trips).toBeLessThanOrEqual(5);
    expect(operations).toBeLessThanOrEqual(60);
  });

  it('A1: shows nothing of ten thousand forged mentions, and says that there may be more', async () => {
    const anna = page('anna');
    const { id: group } = await anna.groups.create({ name: 'Group', purpose: '' });
    await page('ben').groups.join({ group });
    const to = organisation.ids.ben;
    const forged = Array.from({ length: 10_000 }, (_, turn) => {
      const target = `post:forged-${turn}`;
      const person = turn % 2 === 0 ? to : '';
      const fields = { to: person, target };
      return { author: 'zoe' as const, key: `${target}|${person}`, fields };
    });
    const month = 28 * 24 * 60;
    await fill(organisation, collections.mentions, groupContainer(group), forged, month - 10_000);
    const text = `Hello ${mentionToken(to)}`;
    await anna.wall.post({ group, text, key: 'key-of-the-post' });
    const found = await look();
    expect(found.lines).toEqual(['Group']);
    expect(found.dropped).toBeGreaterThan(0);
    expect(found.operations).toBeLessThanOrEqual(60);
    expect((await page('ben').catchUp.forYou()).isMore).toBe(true);
  }, 120_000);
});
