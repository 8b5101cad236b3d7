/** What it costs to find what waits for somebody in closed groups, each of which has lists of its own. */
import { createCommunity, mentionToken } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';

describe('what waits for somebody in thirty open and ten closed groups', () => {
  let organisation: Organisation;
  const page = (actor: Actor) => createCommunity(organisation.hostOf(actor));
  let open: string[];
  let closed: string[];
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
    organisation.clock.advance(60_000);
    const text = `Hello ${mentionToken(organisation.ids.ben)}`;
    await page('anna').wall.post({ group, text, key: page('anna').newKey() });
  }

  /** A page that knows who reads it, as every page of SharePoint does. */
  async function look(part: number, withNews = false) {
    const ben = organisation.hostOf('ben', {
      userId: Number(organisation.ids.ben),
      formDigest: { value: 'came with the page', seconds: 1_800 },
    });
    const before = organisation.network.count();
    const { ledger } = organisation.sharePoint;
    const asked = ledger.entries.length;
    const { catchUp } = createCommunity(ben);
    const [{ lines, further, groups }, news] = await Promise.all([
      catchUp.forYou({ part }),
      withNews ? catchUp.news() : undefined,
    ]);
    return {
      groups: groups.map(({ id }) => id),
      lines: lines.map(({ group }) => group.name),
      further,
      news: [...(news?.decided ?? []), ...(news?.worth ?? [])].map(({ text }) => text),
      trips: organisation.network.count() - before,
      operations: ledger.entries.length - asked,
    };
  }

  eachInAnOrganisation(async (opened) => {
    organisation = opened;
    open = [];
    for (let turn = 0; turn < 30; turn += 1) {
      // Ten a day and person count.
      const founder = page((['anna', 'ben', 'zoe'] as const)[turn % 3] ?? 'anna');
      open.push((await founder.groups.create({ name: `Open ${turn}`, purpose: '' })).id);
    }
    // On another day, since ten a day and person count.
    opened.clock.advance(25 * 60 * 60_000);
    closed = [];
    for (const each of names) closed.push(await makeClosed(each));
  });

  it('takes three round trips and 60 operations, for the six closed ones that changed last', async () => {
    for (const group of closed) await name(group);
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

  it('takes no more with what was decided and what is worth a look in open groups', async () => {
    const [first = '', , , second = ''] = open;
    for (const group of [first, second]) await page('ben').groups.join({ group });
    const anna = page('anna');
    const key = () => anna.newKey();
    const said = { group: first, text: 'Soup on Fridays', unsure: false, key: key() };
    const { id: idea } = await page('zoe').ideas.putForward(said);
    const reason = 'because everybody wants to try it';
    await anna.ideas.decide({ group: first, post: idea, state: 'adopted', reason, key: key() });
    const asked = { group: second, text: 'Who?', kind: 'question', key: key() } as const;
    const { id: post } = await page('zoe').wall.post(asked);
    const answer = await anna.wall.comment({ group: second, post, text: 'I', key: key() });
    await page('zoe').wall.accept({ group: second, post, comment: answer.id });
    const all = await look(0, true);
    expect(all.news).toEqual(['Soup on Fridays', 'Who?']);
    expect(all.trips).toBeLessThanOrEqual(3);
    expect(all.operations).toBeLessThanOrEqual(60);
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
