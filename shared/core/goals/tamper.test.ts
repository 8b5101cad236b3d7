import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { forger, malformed } from '../testing/forger.ts';
import { colleagues, day, minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { comments } from '../wall/message.ts';
import { checkIns, goals } from './collections.ts';
import type { CheckInRecord } from './collections.ts';
import { monthOf } from './months.ts';

let company: Organisation & { readonly group: string };
beforeEach(async () => {
  company = await organisationWithGroup();
  for (const person of colleagues) await company.as(person).groups.join({ group: company.group });
});

const read = (person = 'daan') => company.as(person).goals.read({ group: company.group });
const shown = async () => (await read()).goals;

const fields = () => ({
  what: 'Everybody writes more',
  metric: 'contributors',
  days: 0,
  target: 9,
  until: company.clock.now() + 30 * day,
  owner: 'ada',
  why: 'Because I say so.',
});

const set = () =>
  company.as('ada').goals.set({
    ...fields(),
    metric: 'contributors',
    group: company.group,
    key: company.key(),
  });

const forge = (person: string, row: unknown, key = company.key()) =>
  forger(company, person).write(goals, groupContainer(company.group), key, row);

const say = (person: string, row: unknown, key = company.key()) =>
  forger(company, person).write(checkIns, groupContainer(company.group), key, row);

describe('a forged goal', () => {
  it('of a member is dropped, with what they say of a steward’s', async () => {
    await forge('emre', fields());
    expect(await shown()).toEqual([]);
    const made = await set();
    for (const [kind, value] of [
      ['checkIn', 0],
      ['target', 1000],
      ['reached', 0],
    ] as const)
      await say('emre', { goal: made.id, kind, value, text: 'It all went very well' });
    expect(await shown()).toEqual([made]);
  });

  it.each([
    ['of an unknown metric', { metric: 'mood' }],
    ['with a target that nobody can reach', { target: 0.5 }],
    ['with days that its metric has not', { days: 3 }],
    ['without an end', { until: 8_000_000_000_000_000 }],
    ['without words', { what: '\u200B' }],
    ['that nobody looks after', { owner: '' }],
  ])('%s is dropped, a steward’s too', async (_, wrong) => {
    await forge('ada', { ...fields(), ...wrong });
    expect(await shown()).toEqual([]);
  });

  it('hides no honest one, however many there are', async () => {
    const made = await set();
    for (const [turn, row] of malformed.entries()) {
      await forge('emre', row, `row ${turn}`).catch(() => undefined);
      await say('emre', row, `row ${turn}`).catch(() => undefined);
    }
    const said = { goal: made.id, kind: 'checkIn', value: 0, text: 'All is well' };
    for (let turn = 0; turn < 130; turn += 1) {
      await forge('emre', fields());
      await say('emre', said);
    }
    expect(await shown()).toEqual([made]);
  });

  it('of a steward of then counts, and nothing after they were dismissed', async () => {
    const { group } = company;
    const person = 'bram';
    await company.as('ada').stewards.appoint({ group, person, key: company.key() });
    company.clock.advance(minute);
    const { id } = await forge('bram', fields());
    company.clock.advance(minute);
    await company.as('ada').stewards.dismiss({ group, person, key: company.key() });
    company.clock.advance(minute);
    await forge('bram', fields());
    await say('bram', { goal: id, kind: 'target', value: 7, text: 'Lower it' });
    expect(await shown()).toMatchObject([{ id, target: 9, targets: [] }]);
  });

  it('whose target a steward changes by hand says so', async () => {
    const { id } = await set();
    const { store } = company.host('ada');
    const query = { index: 'id', in: [id], order: 'ascending', limit: 1 } as const;
    const container = groupContainer(company.group);
    const [{ records }] = await store.read([
      { kind: 'rows', collection: goals, container, ...query },
    ]);
    company.clock.advance(day);
    for (const record of records) await store.update(goals, record as never, { target: 5 });
    const edited = { by: { id: 'ada' }, at: company.clock.now() };
    expect(await shown()).toMatchObject([{ target: 5, edited }]);
  });
});

describe('what a steward said and took away by hand', () => {
  const here = () => ({ group: company.group, key: company.key() });
  const second = async () => {
    const { group } = company;
    await company.as('ada').stewards.appoint({ group, person: 'bram', key: company.key() });
    company.clock.advance(minute);
  };
  const takeAway = async (person: string, isTaken: (row: CheckInRecord) => boolean) => {
    const { store } = company.host(person);
    const container = groupContainer(company.group);
    const of = { container, index: 'byGoal', order: 'ascending', limit: 100 } as const;
    const { id: goal } = (await shown())[0] ?? { id: '' };
    const [{ records }] = await store.read([
      { kind: 'rows', collection: checkIns, ...of, eq: goal },
    ]);
    for (const row of records)
      if (row.author === person && isTaken(row)) await store.remove(checkIns, row);
  };
  const words = 'We learned that nobody answers on Fridays';

  it.each(['end', 'target'] as const)('is said to be gone: the %s', async (what) => {
    const { id: goal } = await set();
    company.clock.advance(minute);
    if (what === 'end')
      await company.as('ada').goals.end({ ...here(), goal, reached: false, learned: words });
    else await company.as('ada').goals.retarget({ ...here(), goal, target: 5, text: words });
    expect((await shown())[0]).not.toHaveProperty('gone');
    await takeAway('ada', ({ fields }) => fields.kind !== 'noted');
    expect(await shown()).toMatchObject([
      { state: 'open', target: 9, targets: [], gone: { by: { id: 'ada' } } },
    ]);
  });

  it('is said to be gone with their own note, where another steward said something since', async () => {
    await second();
    const { id: goal } = await set();
    company.clock.advance(minute);
    await company.as('ada').goals.retarget({ ...here(), goal, target: 5, text: words });
    company.clock.advance(minute);
    await company.as('bram').goals.checkIn({ ...here(), goal, text: 'It goes well' });
    expect((await shown())[0]).not.toHaveProperty('gone');
    await takeAway('ada', () => true);
    expect(await shown()).toMatchObject([{ target: 9, gone: { by: { id: 'ada' } } }]);
  });

  it('is not what a member notes', async () => {
    const { id: goal } = await set();
    const text = JSON.stringify(['a row that never was', 'ada']);
    await say('emre', { goal, kind: 'noted', value: 0, text });
    await say('ada', { goal, kind: 'noted', value: 0, text: 'no note' });
    expect((await shown())[0]).not.toHaveProperty('gone');
  });
});

describe('a forged number', () => {
  const contributors = async () => {
    const { group } = company;
    const months = [monthOf(company.clock.now())];
    const asked = { group, metric: 'contributors', days: 0, months } as const;
    return (await company.as('daan').goals.measure(asked)).months[0];
  };
  const post = (person: string) =>
    company.as(person).wall.post({ group: company.group, text: 'Soup', key: company.key() });
  const forged = async (person: string, on: string, text = 'So') => {
    const row = {
      post: on,
      parent: '',
      text,
      edited: false,
      deleted: false,
      reason: '',
      to: 'ada',
    };
    await forger(company, person).write(
      comments,
      groupContainer(company.group),
      company.key(),
      row,
    );
  };

  it('of a robot colleague is one person more, and crowds nobody out', async () => {
    for (const person of ['bram', 'chloe']) await post(person);
    const { id } = await post('ada');
    for (let at = 0; at < 130; at += 1) await forged('emre', id);
    expect(await contributors()).not.toHaveProperty('value');
    const words = { group: company.group, post: id, text: 'Me too', key: company.key() };
    await company.as('daan').wall.comment(words);
    expect(await contributors()).toMatchObject({ value: 5 });
  });

  it('of words that show nothing counts nobody, and four people stay hidden', async () => {
    for (const person of ['bram', 'chloe', 'daan']) await post(person);
    const { id } = await post('ada');
    await forged('emre', id, '\u200B');
    expect(await contributors()).toEqual({ month: monthOf(company.clock.now()) });
  });
});
