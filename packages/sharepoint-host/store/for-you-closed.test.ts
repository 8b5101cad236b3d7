/** What it costs to find what waits for somebody in closed groups, each of which has lists of its own. */
import { createCommunity, mentionToken } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';

describe('what waits for somebody in thirty open and ten closed groups', () => {
  let organisation: Organisation;
  const page = (actor: Actor) => createCommunity(organisation.hostOf(actor));
  const names = Array.from({ length: 10 }, (_, turn) => `Closed ${turn}`);

  /** Ben is in all of them. */
  async function makeClosed(name: string): Promise<string> {
    const anna = page('anna');
    const draft = { name, purpose: '', access: 'closed' as const, key: anna.newKey() };
    const { id: group } = await anna.groups.create(draft);
    await page('owner').groups.approve({ group, by: organisation.ids.anna });
    await anna.groups.create(draft);
    await anna.groups.admit({ group, person: organisation.ids.ben, role: 'member' });
    return group;
  }

  async function name(group: string): Promise<void> {
    const text = `Hello ${mentionToken(organisation.ids.ben)}`;
    await page('anna').wall.post({ group, text, key: page('anna').newKey() });
  }

  /** A page that knows who reads it, as every page of SharePoint does. */
  async function look(part: number) {
    const ben = organisation.hostOf('ben', {
      userId: Number(organisation.ids.ben),
      formDigest: { value: 'came with the page', seconds: 1_800 },
    });
    const before = organisation.network.count();
    const { ledger } = organisation.sharePoint;
    const asked = ledger.entries.length;
    const { lines, further, groups } = await createCommunity(ben).catchUp.forYou({ part });
    return {
      groups: groups.map(({ id }) => id),
      lines: lines.map(({ group }) => group.name),
      further,
      trips: organisation.network.count() - before,
      operations: ledger.entries.length - asked,
    };
  }

  eachInAnOrganisation(async (opened) => {
    organisation = opened;
    for (let turn = 0; turn < 30; turn += 1) {
      // Ten a day and person count.
      const founder = page((['anna', 'ben', 'zoe'] as const)[turn % 3] ?? 'anna');
      await founder.groups.create({ name: `Open ${turn}`, purpose: '' });
    }
    // On another day, since ten a day and person count.
    opened.clock.advance(25 * 60 * 60_000);
    const groups: string[] = [];
    for (const each of names) groups.push(await makeClosed(each));
    for (const group of groups) {
      opened.clock.advance(60_000);
      await name(group);
    }
  });

  it('takes three round trips and 60 operations, for the six closed ones that changed last', async () => {
    const first = await look(0);
    expect(first.lines.toSorted()).toEqual(names.slice(4));
    expect(first.further).toBe(4);
    expect(first.trips).toBeLessThanOrEqual(3);
    expect(first.operations).toBeLessThanOrEqual(60);
    expect(first.groups).toHaveLength(6 + 10);
    const second = await look(1);
    expect(second.lines.toSorted()).toEqual(names.slice(0, 4));
    expect(second.further).toBe(0);
  });

  it('takes one round trip more to know that no idea waits for a word there', async () => {
    const { groups } = await look(0);
    const community = createCommunity(
      organisation.hostOf('ben', { userId: Number(organisation.ids.ben) }),
    );
    await community.people.me();
    const before = organisation.network.count();
    const { ledger } = organisation.sharePoint;
    const asked = ledger.entries.length;
    expect(await community.ideas.waiting({ groups })).toMatchObject({ ideas: [], isMore: false });
    expect(organisation.network.count() - before).toBeLessThanOrEqual(2);
    expect(ledger.entries.length - asked).toBeLessThanOrEqual(20);
  });
});
