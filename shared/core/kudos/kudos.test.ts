import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { day, minute, organisation, wednesday } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import type { NewThankYou } from './give.ts';
import { nextWeek } from './week.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const thankYou = (input: Partial<NewThankYou> = {}): NewThankYou => ({
  recipients: ['bram'],
  value: 'helps-out',
  reason: 'carried my crates',
  as: 'kudos',
  key: company.key(),
  ...input,
});
const give = (person: string, input: Partial<NewThankYou> = {}) => {
  company.clock.advance(minute);
  return company.as(person).kudos.give(thankYou(input));
};
const left = async (person: string) => (await company.as(person).kudos.budget()).left;
const feed = async (person = 'emre') => (await company.as(person).kudos.read({})).thankYous;

describe('a reader’s clock that is wrong', () => {
  it.each([9, -9])('K12: by %d days leaves the week’s allowance what it is', async (days) => {
    expect(await company.ahead('ada', days * day).kudos.budget()).toMatchObject({
      left: 5,
      resetsAt: nextWeek(wednesday),
    });
  });

  it.each([9, -9])(
    'K12: by %d days keeps nobody from seeing the thanks that are given',
    async (days) => {
      await company.ahead('ada', days * day).kudos.give(thankYou());
      expect(await feed()).toMatchObject([{ isKudos: true, recipients: [{ id: 'bram' }] }]);
      expect(await left('ada')).toBe(4);
    },
  );

  it('K12: corrects thanks whose answer was lost, and leaves what was read for long', async () => {
    const first = thankYou();
    const late = company.ahead('ada', day);
    await late.kudos.give(first);
    await late.kudos.give({ ...first, reason: 'carried all my crates' });
    expect(await feed()).toMatchObject([{ reason: 'carried all my crates' }]);
    company.clock.advance(day);
    const other = company
      .ahead('ada', -day)
      .kudos.give({ ...first, reason: 'something else, kindly' });
    await expect(other).rejects.toMatchObject({ tag: 'Conflict' });
  });
});

describe('a thank-you', () => {
  it('is shown to everybody, with its value, its reason and those it is for', async () => {
    await give('ada', { recipients: ['bram', 'chloe'] });
    const [shown, ...others] = await feed();
    expect(others).toEqual([]);
    expect(shown).toMatchObject({
      giver: { id: 'ada', name: 'Ada Lindqvist' },
      recipients: [{ id: 'bram' }, { id: 'chloe' }],
      value: 'helps-out',
      reason: 'carried my crates',
      isKudos: true,
      mine: false,
    });
    expect((await feed('ada'))[0]?.mine).toBe(true);
  });

  it.each([
    ['names nobody', { recipients: [] }, 'empty'],
    ['names oneself', { recipients: ['bram', 'ada'] }, 'yourself'],
    ['names somebody who left', { recipients: ['left'] }, 'left-the-company'],
    ['names nobody we know', { recipients: ['bram', 'nobody'] }, 'unknown-person'],
    ['names too many', { recipients: Array.from({ length: 11 }, (_, n) => `p${n}`) }, 'too-many'],
    ['has no reason', { reason: ' \u200B ' }, 'empty'],
    ['has a reason of two words', { reason: 'thank you 🎉 !' }, 'too-few-words'],
    ['has a reason that does not fit', { reason: 'so very kind '.repeat(40) }, 'too-long'],
  ] as const)('that %s is refused, and nothing is given', async (_, input, reason) => {
    await expect(give('ada', input)).rejects.toMatchObject({ tag: 'Invalid', data: { reason } });
    expect(await feed()).toEqual([]);
    expect(await left('ada')).toBe(5);
  });

  it('to the same person twice in one command is one', async () => {
    await give('ada', { recipients: ['bram', 'bram'] });
    expect((await feed())[0]?.recipients).toHaveLength(1);
    expect(await left('ada')).toBe(4);
  });

  it('names who has left the company, so that the giver can leave them out', async () => {
    await expect(give('ada', { recipients: ['bram', 'left'] })).rejects.toThrow(
      'Lena Farewell has left the company. Leave them out to thank the others.',
    );
  });
});

describe('the weekly allowance', () => {
  it('is five colleagues, and says when the next one begins', async () => {
    await give('ada', { recipients: ['bram', 'chloe', 'daan'] });
    expect(await company.as('ada').kudos.budget()).toEqual({
      left: 2,
      of: 5,
      resetsAt: Date.UTC(2026, 10, 30),
    });
    const more = give('ada', { recipients: ['bram', 'chloe', 'emre'] });
    await expect(more).rejects.toMatchObject({
      tag: 'QuotaReached',
      data: { left: 2, asked: 3, resetsAt: nextWeek(wednesday) },
    });
    expect(await left('ada')).toBe(2);
    expect(await left('bram')).toBe(5);
  });

  it('starts afresh on Monday, and not a moment earlier', async () => {
    await give('ada', { recipients: ['bram', 'chloe', 'daan', 'emre'] });
    await give('ada');
    company.clock.set(Date.UTC(2026, 10, 29, 23, 59, 59, 999));
    expect(await left('ada')).toBe(0);
    await expect(company.as('ada').kudos.give(thankYou())).rejects.toMatchObject({
      tag: 'QuotaReached',
    });
    company.clock.set(Date.UTC(2026, 10, 30));
    expect(await left('ada')).toBe(5);
    await give('ada');
    expect((await feed()).every(({ isKudos }) => isKudos)).toBe(true);
  });

  it('is not passed by several windows that race for the last place', async () => {
    await give('ada', { recipients: ['bram', 'chloe', 'daan', 'emre'] });
    const windows = [1, 2, 3].map(() => createCommunity(company.host('ada')));
    const outcomes = await Promise.allSettled(windows.map((page) => page.kudos.give(thankYou())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await left('ada')).toBe(0);
    expect(await feed()).toHaveLength(2);
  });

  it('is taken once by two windows that send the same thank-you', async () => {
    const same = thankYou({ recipients: ['bram', 'chloe'] });
    const windows = [1, 2].map(() => createCommunity(company.host('ada')));
    await Promise.all(windows.map((page) => page.kudos.give(same)));
    expect([await left('ada'), (await feed()).length]).toEqual([3, 1]);
  });

  it('is free again after withdrawing, which only the giver can do', async () => {
    const key = company.key();
    await give('ada', { recipients: ['bram', 'chloe'], key });
    await company.as('bram').kudos.withdraw({ id: key });
    expect(await left('ada')).toBe(3);
    await company.as('ada').kudos.withdraw({ id: key });
    await company.as('ada').kudos.withdraw({ id: key });
    expect([await left('ada'), await feed()]).toEqual([5, []]);
    await give('ada', { recipients: ['bram', 'chloe', 'daan', 'emre'] });
  });

  it('does not limit thanks, which take no place and are no kudos', async () => {
    await give('ada', { recipients: ['bram', 'chloe', 'daan', 'emre'] });
    await give('ada');
    await give('ada', { as: 'thanks', recipients: ['bram', 'chloe'] });
    expect((await feed()).map(({ isKudos }) => isKudos)).toEqual([false, true, true]);
    expect(await left('ada')).toBe(0);
  });
});

describe('a repeat after a failure', () => {
  it('says what its giver sees now, also to whom they add, and takes thanks from nobody', async () => {
    const key = company.key();
    await give('ada', { key, recipients: ['bram', 'chloe'] });
    const reason = 'carried all of my crates';
    await give('ada', { key, recipients: ['chloe', 'daan'], reason, value: 'brings-joy' });
    const [thankYou, ...others] = await feed();
    expect(thankYou).toMatchObject({ reason, value: 'brings-joy', isKudos: true });
    expect(thankYou?.recipients.map(({ id }) => id).toSorted()).toEqual(['bram', 'chloe', 'daan']);
    expect(others).toEqual([]);
    expect(await left('ada')).toBe(2);
  });

  it('changes no words that have stood for long: other words are another thank-you', async () => {
    const key = company.key();
    await give('ada', { key, recipients: ['bram'] });
    company.clock.advance(11 * minute);
    const late = give('ada', { key, recipients: ['bram'], reason: 'said nothing of the sort' });
    await expect(late).rejects.toMatchObject({ tag: 'Conflict' });
    expect(JSON.stringify(await feed())).not.toContain('nothing of the sort');
  });

  it.each([0, 1, 2])('gives what write %i left open, and nothing twice', async (passing) => {
    for (const as of ['kudos', 'thanks'] as const) {
      const input = { as, key: company.key(), recipients: passing ? ['bram', 'chloe'] : ['bram'] };
      company.faults.inject({ kind: 'answer-lost', on: 'write' }, Math.min(passing, 1));
      await expect(give('ada', input)).rejects.toMatchObject({ tag: 'Offline' });
      await give('ada', input);
      await give('ada', input);
    }
    const shown = await feed();
    expect(shown.map(({ recipients }) => recipients.length)).toEqual(passing ? [2, 2] : [1, 1]);
    expect(await left('ada')).toBe(passing ? 3 : 4);
  });

  it('that crosses Monday midnight doubles nothing', async () => {
    company.clock.set(Date.UTC(2026, 10, 29, 23, 59));
    const input = thankYou({ recipients: ['bram', 'chloe'] });
    company.faults.inject({ kind: 'fail-once', on: 'write' }, 1);
    await expect(company.as('ada').kudos.give(input)).rejects.toMatchObject({ tag: 'Offline' });
    company.clock.set(Date.UTC(2026, 10, 30, 0, 1));
    await company.as('ada').kudos.give(input);
    const [shown, ...others] = await feed();
    expect([shown?.recipients.length, others]).toEqual([2, []]);
    expect(await left('ada')).toBe(4);
  });

  it('without kudos, when the allowance ran out half-way, gives the rest', async () => {
    const input = thankYou({ recipients: ['bram', 'chloe'] });
    company.faults.inject({ kind: 'fail-once', on: 'write' }, 1);
    await expect(company.as('ada').kudos.give(input)).rejects.toMatchObject({ tag: 'Offline' });
    await give('ada', { recipients: ['bram', 'chloe', 'daan', 'emre'] });
    await expect(company.as('ada').kudos.give(input)).rejects.toMatchObject({
      tag: 'QuotaReached',
    });
    await company.as('ada').kudos.give({ ...input, as: 'thanks' });
    expect((await feed()).find(({ id }) => id === input.key)?.recipients).toHaveLength(2);
  });
});

describe('the feed', () => {
  it('shows every thank-you once and whole, also where a page ends in the middle of one', async () => {
    for (let week = 0; week < 8; week += 1) {
      await give('ada', { recipients: ['bram', 'chloe', 'daan', 'emre'] });
      await give('bram', { recipients: ['ada', 'chloe', 'emre'] });
      company.clock.advance(7 * day);
    }
    const sizes: number[] = [];
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await company.as('emre').kudos.read({ cursor });
      for (const { id, recipients, giver } of page.thankYous) {
        expect(seen.has(id), 'shown twice').toBe(false);
        seen.add(id);
        expect(recipients).toHaveLength(giver.id === 'ada' ? 4 : 3);
      }
      sizes.push(page.thankYous.length);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect([seen.size, sizes.length]).toEqual([16, 3]);
  });

  it('says who will read it', async () => {
    expect(await company.as('ada').kudos.audience()).toMatchObject({ known: true, count: 5 });
  });
});
