/** Rows that a member writes around Kantine change nothing that colleagues see. */
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer } from '../kernel/container.ts';
import { rows } from '../kernel/query.ts';
import { forger, malformed } from '../testing/forger.ts';
import type { Forger } from '../testing/forger.ts';
import { day, directoryPeople, minute, organisation, wednesday } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { kudos } from './collection.ts';
import { placeKey, thanksKey } from './kudos.ts';
import type { ThankYou } from './thank-you.ts';
import { weekName } from './week.ts';

const thisWeek = weekName(wednesday);
const fields = {
  recipient: 'bram',
  value: 'helps-out',
  reason: 'carried my crates',
  batch: 'forged',
};

let company: Organisation;
let mallory: Forger;
beforeEach(() => {
  company = organisation();
  mallory = forger(company);
});

const forge = (key: string, changed: Readonly<Record<string, unknown>> = {}) =>
  mallory.write(kudos, communityContainer, key, { ...fields, ...changed });
const feed = () => company.as('daan').kudos.read({});
/** Page by page: rows that break a rule make a page short. */
async function allThankYous(): Promise<readonly ThankYou[]> {
  const all: ThankYou[] = [];
  let cursor: string | undefined;
  do {
    const page = await company.as('daan').kudos.read(cursor === undefined ? {} : { cursor });
    all.push(...page.thankYous);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}
const thanked = async () => (await company.as('bram').card.read({ person: 'bram' })).thanked;

describe('a forged kudos', () => {
  it.each([
    ['to oneself', placeKey(thisWeek, 0), { recipient: 'emre' }],
    ['to oneself as thanks', thanksKey('forged', 'emre'), { recipient: 'emre' }],
    ['without a value', placeKey(thisWeek, 0), { value: '' }],
    ['for a value that is none', placeKey(thisWeek, 0), { value: 'obedience' }],
    ['with a reason of two words', placeKey(thisWeek, 0), { reason: 'well done' }],
    ['with a reason of marks', placeKey(thisWeek, 0), { reason: '! ! ! 🎉 🎉 🎉' }],
    ['with a reason beyond its column', placeKey(thisWeek, 0), { reason: 'so kind '.repeat(999) }],
    ['in a sixth place', placeKey(thisWeek, 5), {}],
    ['in a place of last week', placeKey(weekName(wednesday - 7 * day), 0), {}],
    ['in a place of next week', placeKey(weekName(wednesday + 7 * day), 0), {}],
    ['in a place spelled another way', `["kudos", "${thisWeek}", 0]`, {}],
    ['in half a place', placeKey(thisWeek, 0.5), {}],
    ['under no place', 'anything', {}],
    ['as thanks for another recipient', thanksKey('forged', 'ada'), {}],
    ['as thanks in another batch', thanksKey('other', 'bram'), {}],
  ])('%s is dropped and counted', async (_, key, changed) => {
    await forge(key, changed);
    expect(await feed()).toMatchObject({ thankYous: [], dropped: 1 });
    expect(await thanked()).toBe(0);
  });

  it('goes not beyond the allowance, whatever its writer tries', async () => {
    for (let place = -2; place < 9; place += 1)
      await forge(placeKey(thisWeek, place), { batch: `${place}` });
    const { thankYous, dropped } = await feed();
    expect([thankYous.length, dropped]).toEqual([5, 6]);
    await expect(
      company.as('emre').kudos.give({
        reason: fields.reason,
        value: 'helps-out',
        recipients: ['ada'],
        as: 'kudos',
        key: 'one-more-key',
      }),
    ).rejects.toMatchObject({ tag: 'QuotaReached' });
  });

  it('stamped at the turn of the week takes a place of one of the two weeks, not a place more', async () => {
    company.clock.set(Date.UTC(2026, 10, 29, 23, 58));
    const weeks = ['2026-11-23', '2026-11-30'];
    for (const week of weeks) await forge(placeKey(week, 0), { batch: week });
    expect((await feed()).thankYous).toHaveLength(2);
    company.clock.advance(10 * minute);
    const key = placeKey('2026-11-23', 1);
    await forge(key, { batch: 'late' });
    expect((await feed()).dropped).toBe(1);
  });
});

describe('rows under a colleague’s thank-you', () => {
  const key = 'the-key-of-ada';
  const give = (recipients: readonly string[]) =>
    company.as('ada').kudos.give({
      recipients,
      value: 'brings-joy',
      reason: 'for the good bread',
      as: 'kudos',
      key,
    });

  it('do not join it, change it or hide it', async () => {
    await give(['bram', 'chloe']);
    company.clock.advance(minute);
    for (let turn = 0; turn < 130; turn += 1) {
      await forge(`row ${turn}`, { batch: key, recipient: 'daan', reason: 'changed the reason' });
    }
    await forge(thanksKey(key, 'daan'), { batch: key, recipient: 'daan' });
    const thankYous = await allThankYous();
    expect(thankYous.map(({ giver }) => giver.id)).toEqual(['emre', 'ada']);
    expect(thankYous[1]).toMatchObject({ reason: 'for the good bread', isKudos: true });
    expect(thankYous[1]?.recipients.map(({ id }) => id)).toEqual(['bram', 'chloe']);
  });

  it('do not crowd out those that the giver adds after a failure', async () => {
    company.faults.inject({ kind: 'fail-once', on: 'write' }, 1);
    await expect(give(['bram', 'chloe'])).rejects.toMatchObject({ tag: 'Offline' });
    for (let turn = 0; turn < 110; turn += 1) {
      await forge(thanksKey(key, `p${turn}`), { batch: key, recipient: `p${turn}` });
    }
    company.clock.advance(minute);
    await give(['bram', 'chloe']);
    const honest = (await feed()).thankYous.find(({ giver }) => giver.id === 'ada');
    expect(honest?.recipients.map(({ id }) => id)).toEqual(['bram', 'chloe']);
    await company.as('ada').kudos.withdraw({ id: key });
    expect((await company.as('ada').kudos.budget()).left).toBe(5);
  });

  it('survive its withdrawal, and do not prevent it', async () => {
    await give(['bram']);
    await forge(thanksKey(key, 'daan'), { batch: key, recipient: 'daan' });
    await company.as('ada').kudos.withdraw({ id: key });
    expect((await feed()).thankYous.map(({ giver }) => giver.id)).toEqual(['emre']);
    expect((await company.as('ada').kudos.budget()).left).toBe(5);
  });
});

describe('one giver', () => {
  it('T17: is counted once on a card, however often they thank', async () => {
    for (let turn = 0; turn < 30; turn += 1) {
      await forge(thanksKey(`batch ${turn}`, 'bram'), { batch: `batch ${turn}` });
    }
    expect(await thanked()).toBe(1);
  });

  it('T17: thanks at most ten colleagues at once, and nobody who left or never was', async () => {
    await forge(thanksKey('left', 'left'), { batch: 'left', recipient: 'left' });
    await forge(thanksKey('left', 'nobody'), { batch: 'left', recipient: 'nobody' });
    expect((await feed()).thankYous).toEqual([]);
    const crowd = Array.from({ length: 30 }, (_, turn) => `colleague-${turn}`);
    const everybody = crowd.map((id) => ({ id, name: id, active: true }));
    company = organisation([...directoryPeople, ...everybody]);
    mallory = forger(company);
    for (const id of crowd) await forge(thanksKey('all', id), { batch: 'all', recipient: id });
    const [shown] = await allThankYous();
    expect(shown?.recipients).toHaveLength(10);
  });
});

describe('malformed rows', () => {
  it('break no feed and no card, and hide nothing on them', async () => {
    const { reason } = fields;
    const given = { reason, value: 'helps-out', recipients: ['bram'], as: 'kudos' } as const;
    await company.as('ada').kudos.give({ ...given, key: 'an-honest-key' });
    company.clock.advance(minute);
    for (const [turn, row] of malformed.entries()) {
      await mallory.write(kudos, communityContainer, `row ${turn}`, row).catch(() => undefined);
    }
    for (let turn = 0; turn < 130; turn += 1) await forge(`flood ${turn}`, { value: 7 });
    expect((await allThankYous()).map(({ giver }) => giver.id)).toEqual(['ada']);
    expect((await feed()).dropped).toBeGreaterThanOrEqual(60);
    expect(await thanked()).toBe(1);
  });
});

describe('thanks that their giver changes by hand', () => {
  const words = {
    value: 'helps-out',
    reason: 'carried my crates',
    key: 'the-key-of-emre',
  } as const;
  const change = async (after: number, changed: Partial<typeof fields>): Promise<void> => {
    company.clock.advance(after);
    const [{ records }] = await company.host('emre').store.read([
      rows(kudos, {
        container: communityContainer,
        index: 'recent',
        order: 'descending',
        limit: 1,
      }),
    ]);
    const [row] = records;
    if (row) await company.host('emre').store.update(kudos, row, changed);
  };
  const ofDaan = async () => {
    const { thankYous } = await company.as('chloe').kudos.receivedBy({ person: 'daan' });
    return thankYous.length;
  };

  it.each(['kudos', 'thanks'] as const)('later count for nobody: %s', async (as) => {
    await company.as('emre').kudos.give({ ...words, recipients: ['bram'], as });
    await change(12 * minute, { recipient: 'daan' });
    expect([await thanked(), await ofDaan()]).toEqual([0, 0]);
    expect(await feed()).toMatchObject({ thankYous: [], dropped: 1 });
  });

  it('later, in words alone, are no thanks any more', async () => {
    await company.as('emre').kudos.give({ ...words, recipients: ['bram'], as: 'thanks' });
    await change(12 * minute, { reason: 'never carried any crates' });
    expect((await feed()).thankYous).toEqual([]);
    expect(await thanked()).toBe(0);
  });

  it('count as what a draft that was sent again says, within ten minutes', async () => {
    const give = (reason: string) =>
      company.as('emre').kudos.give({ ...words, reason, recipients: ['bram'], as: 'kudos' });
    await give('carried my crates');
    company.clock.advance(9 * minute);
    await give('carried all my crates');
    expect((await feed()).thankYous).toMatchObject([{ reason: 'carried all my crates' }]);
  });

  it('hold their places until they are withdrawn', async () => {
    await company.as('emre').kudos.give({ ...words, recipients: ['bram'], as: 'kudos' });
    await change(12 * minute, { recipient: 'daan' });
    expect((await company.as('emre').kudos.budget()).left).toBe(4);
    await company.as('emre').kudos.withdraw({ id: words.key });
    expect((await company.as('emre').kudos.budget()).left).toBe(5);
  });
});
