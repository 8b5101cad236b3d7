/** What it costs to find questions that wait for an answer, and who is glad to be asked, whatever lies there. */
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';

const day = 24 * 60 * 60_000;

describe('questions that wait for an answer', () => {
  let organisation: Organisation;
  let group: string;
  const page = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));

  eachInAnOrganisation(async (opened) => {
    organisation = opened;
    ({ id: group } = await page('anna').groups.create({ name: 'Lunch run', purpose: '' }));
  });

  async function ask(number: number): Promise<string> {
    const question = { group, text: 'How?', key: `key-of-question-${number}`, kind: 'question' };
    return (await page('anna').wall.post(question as never)).id;
  }

  /** A page that shows the wall already, as every page that asks this does. */
  async function costOf<Answer>(work: (community: Community) => Promise<Answer>) {
    const ben = createCommunity(organisation.hostOf('ben'));
    await ben.wall.read({ group });
    const before = organisation.network.count();
    const { entries } = organisation.sharePoint.ledger;
    const asked = entries.length;
    const answer = await work(ben);
    const trips = organisation.network.count() - before;
    return { answer, trips, operations: entries.length - asked };
  }

  it('take two round trips, also with a hidden answer among them, which counts for nothing', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 20; at += 1) ids.push(await ask(at));
    const [first = '', second = ''] = ids;
    const answer = { group, text: 'Like this', post: first, key: 'key-of-answer-1' };
    await page('zoe').wall.comment(answer);
    const { id } = await page('zoe').wall.comment({
      ...answer,
      post: second,
      key: 'key-of-answer-2',
    });
    const hidden = { group, kind: 'comment', id, reason: 'names a customer' } as const;
    await page('anna').stewards.hide({ ...hidden, key: 'key-of-a-hide' });
    organisation.clock.advance(4 * day);
    const {
      answer: found,
      trips,
      operations,
    } = await costOf(({ wall }) => wall.unanswered({ group }));
    expect(found.questions.map(({ post }) => post)).toEqual(ids.slice(1).toReversed());
    expect(found.isMore).toBe(false);
    expect(trips).toBe(2);
    expect(operations).toBeLessThanOrEqual(40);
    const share = await costOf(({ wall }) => wall.answered({ group }));
    expect(share.answer).toMatchObject({ questions: 20, answered: 1 });
    expect(share.trips).toBeLessThanOrEqual(2);
  });

  it('and who is glad to be asked takes two, too', async () => {
    await page('zoe').groups.join({ group });
    await page('zoe').card.update({ about: '', askMeAbout: ['Bread'], interests: [] });
    const { answer, trips } = await costOf(({ wall }) => wall.gladToBeAsked({ group }));
    expect(answer).toMatchObject([{ person: { id: organisation.ids.zoe }, askMeAbout: ['Bread'] }]);
    expect(trips).toBeLessThanOrEqual(2);
  });
});
