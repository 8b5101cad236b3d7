import { beforeEach, describe, expect, it } from 'vitest';
import { colleagues, day, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import type { NewGoal } from './domain.ts';
import { monthOf } from './months.ts';

let company: Organisation & { readonly group: string };

async function joined(people: readonly string[] = colleagues): Promise<void> {
  for (const person of people) await company.as(person).groups.join({ group: company.group });
}

beforeEach(async () => {
  company = await organisationWithGroup();
  await joined();
});

const goals = (person = 'ada') => company.as(person).goals;
const here = () => ({ group: company.group, key: company.key() });
const read = (person = 'daan') => goals(person).read({ group: company.group });

const newGoal = (changes: Partial<NewGoal> = {}): NewGoal => ({
  ...here(),
  what: 'Nobody waits for an answer',
  metric: 'answeredShare',
  days: 2,
  target: 75,
  until: company.clock.now() + 100 * day,
  owner: 'ada',
  why: 'New colleagues stop asking when nobody answers.',
  ...changes,
});

const set = (changes: Partial<NewGoal> = {}) => goals().set(newGoal(changes));

async function question(by: string) {
  return await company.as(by).wall.post({ ...here(), text: 'How?', kind: 'question' });
}
const answer = (by: string, post: string) =>
  company.as(by).wall.comment({ ...here(), post, text: 'Like this' });

const numbers = async (metric: 'answeredShare' | 'contributors' = 'answeredShare', ago = 0) => {
  const days = metric === 'answeredShare' ? 2 : 0;
  const months = [monthOf(company.clock.now()) - ago];
  const answered = await goals('daan').measure({ group: company.group, metric, days, months });
  return answered.months.map(({ value }) => value)[0];
};

describe('a goal', () => {
  it('is set by a steward, and read by everybody with the months that it is about', async () => {
    const made = await set();
    const now = monthOf(company.clock.now());
    expect(made).toMatchObject({
      what: 'Nobody waits for an answer',
      target: 75,
      state: 'open',
      owner: { id: 'ada' },
      months: [now - 3, now - 2, now - 1, now],
      isOver: false,
    });
    expect(await read()).toMatchObject({ maySet: false, goals: [made], dropped: 0 });
    expect(await read('ada')).toMatchObject({ maySet: true, stewards: [{ id: 'ada' }] });
  });

  it('is there once, when only the answer was lost', async () => {
    const draft = newGoal();
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await expect(goals().set(draft)).rejects.toMatchObject({ tag: 'Offline' });
    company.faults.heal();
    await goals().set(draft);
    expect((await read()).goals).toHaveLength(1);
  });

  it('K1: takes the words that its steward sees, when the answer to others was lost', async () => {
    const draft = newGoal();
    await goals().set(draft);
    await goals().set({ ...draft, what: 'Nobody waits for two days' });
    const { goals: shown } = await read();
    expect(shown).toMatchObject([{ what: 'Nobody waits for two days' }]);
    expect(shown[0]).not.toHaveProperty('edited');
    company.clock.advance(day);
    await goals().set({ ...draft, what: 'Nobody waits at all' });
    expect((await read()).goals).toMatchObject([
      { what: 'Nobody waits at all', edited: { by: { id: 'ada' } } },
    ]);
  });

  it('K1: is not set anew under what was said of it', async () => {
    const draft = newGoal();
    const { id: goal } = await goals().set(draft);
    await goals().checkIn({ ...here(), goal, text: 'It goes well' });
    const other = goals().set({ ...draft, target: 10 });
    await expect(other).rejects.toMatchObject({ tag: 'Conflict' });
  });

  it('K1: counts what was said last under a key, though it was said before', async () => {
    const { id: goal } = await set();
    const change = { ...here(), goal, text: 'We can do more' };
    for (const target of [80, 90, 80]) await goals().retarget({ ...change, target });
    expect((await read()).goals).toMatchObject([{ target: 80 }]);
  });

  it('K1: keeps what was said before, when other words are sent under the same key', async () => {
    const { id: goal } = await set();
    const said = { ...here(), goal, text: 'It goes well' };
    await goals().checkIn(said);
    await goals().checkIn({ ...said, text: 'It goes badly' });
    await goals().checkIn({ ...said, text: 'It goes badly' });
    const [shown] = (await read()).goals;
    expect(shown?.checkIns.map(({ text }) => text)).toEqual(['It goes well', 'It goes badly']);
  });

  it('K1: ends once, and says so to who ends it with other words', async () => {
    const { id: goal } = await set();
    const end = {
      ...here(),
      goal,
      reached: true,
      learned: 'Asking early helps everybody here a lot.',
    };
    await goals().end(end);
    await goals().end(end);
    const other = goals().end({ ...end, learned: 'Asking late helps nobody here, we learned.' });
    await expect(other).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('is set by no member, and by nobody in an archived group', async () => {
    await expect(goals('bram').set(newGoal())).rejects.toMatchObject({ tag: 'Forbidden' });
    await company.as('ada').stewards.archive({ ...here(), reason: 'we are done here' });
    await expect(set()).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await read('ada')).toMatchObject({ maySet: false });
  });

  it('begins at five people, so that nobody is measured alone', async () => {
    await company.as('emre').groups.leave({ group: company.group });
    const refused = { tag: 'Invalid', data: { reason: 'too-few-people', actual: 4, limit: 5 } };
    await expect(set()).rejects.toMatchObject(refused);
    expect(await read('ada')).toMatchObject({ tooFew: 4 });
    expect(await read('daan')).not.toHaveProperty('tooFew');
  });

  it.each([
    ['no words', { what: ' ' }, 'what', 'empty'],
    ['no reason', { why: '\u200B' }, 'why', 'empty'],
    ['more than everything', { target: 101 }, 'target', 'unknown-value'],
    ['no days where they are counted', { days: 0 }, 'days', 'unknown-value'],
    ['days where none are counted', { metric: 'byHand' }, 'days', 'unknown-value'],
    ['a day that is over', { until: 1 }, 'until', 'unknown-value'],
    ['a day in two years', { until: Date.UTC(2028, 11) }, 'until', 'unknown-value'],
    ['an owner who has left', { owner: 'left' }, 'owner', 'left-the-company'],
  ] as const)('with %s is refused', async (_, changes, field, reason) => {
    await expect(set(changes)).rejects.toMatchObject({ tag: 'Invalid', data: { field, reason } });
  });

  it('takes another target, and says so with the date, the name and the reason', async () => {
    const { id: goal } = await set();
    company.clock.advance(day);
    const text = 'We began lower than we thought';
    const changed = await goals().retarget({ ...here(), goal, target: 60, text });
    const at = company.clock.now();
    expect(changed).toMatchObject({
      target: 60,
      targets: [{ before: 75, target: 60, at, by: { id: 'ada' }, text }],
    });
    expect((await read()).goals).toEqual([changed]);
  });

  it('goes only forward: what ended stays as it ended', async () => {
    const { id: goal } = await set();
    await goals().checkIn({ ...here(), goal, text: 'Two of us look at new questions each day' });
    const learned = 'Answering is a habit, not a job';
    const ended = await goals().end({ ...here(), goal, reached: true, learned });
    expect(ended).toMatchObject({ state: 'reached', end: { text: learned, by: { id: 'ada' } } });
    const gone = { tag: 'NotFound' };
    const again = { ...here(), goal, reached: false, learned };
    await expect(goals().end(again)).rejects.toMatchObject(gone);
    const lower = { ...here(), goal, target: 1, text: 'It looks better so' };
    await expect(goals().retarget(lower)).rejects.toMatchObject(gone);
    expect((await read()).goals).toEqual([ended]);
  });

  it('ends with what was learned, in five words or more', async () => {
    const { id: goal } = await set();
    const ending = goals().end({ ...here(), goal, reached: false, learned: 'Too hard' });
    const data = { reason: 'too-few-words', actual: 2, limit: 5 };
    await expect(ending).rejects.toMatchObject({ tag: 'Invalid', data });
  });

  it('asks how it ended when its day has come', async () => {
    await set({ until: company.clock.now() + day });
    company.clock.advance(2 * day);
    expect((await read()).goals).toMatchObject([{ isOver: true, state: 'open' }]);
  });

  it('that the group counts itself has the last number of each month', async () => {
    const what = 'Fewer parcels come back';
    const { id: goal } = await set({ metric: 'byHand', days: 0, target: 20, what });
    const say = (value: number) =>
      goals().checkIn({ ...here(), goal, value, text: 'Counted on Friday' });
    await say(41);
    company.clock.advance(day);
    await say(38);
    company.clock.advance(30 * day);
    const { handCounts } = await say(25);
    const november = monthOf(Date.UTC(2026, 10));
    expect(handCounts).toEqual([
      { month: november, value: 38 },
      { month: november + 1, value: 25 },
    ]);
    const bare = goals().checkIn({ ...here(), goal, text: 'Forgot to count' });
    await expect(bare).rejects.toMatchObject({ tag: 'Invalid', data: { field: 'target' } });
  });

  it('of a closed group is for its members alone', async () => {
    const draft = { name: 'Night shift', purpose: '', access: 'closed' } as const;
    const { id: group } = await company.as('ada').groups.create(draft);
    for (const person of colleagues.slice(1)) {
      await company.as('ada').groups.admit({ group, person, role: 'member' });
    }
    const { id } = await goals().set({ ...newGoal(), group });
    expect((await goals('bram').read({ group })).goals).toMatchObject([{ id }]);
    await company.as('ada').groups.expel({ group, person: 'emre' });
    const refused = { tag: 'Forbidden' };
    await expect(goals('emre').read({ group })).rejects.toMatchObject(refused);
    const asked = { group, metric: 'contributors', days: 0, months: [] } as const;
    await expect(goals('emre').measure(asked)).rejects.toMatchObject(refused);
  });
});

describe('the number of a month', () => {
  it('moves when a question is answered', async () => {
    const asked = [];
    for (const person of colleagues) asked.push((await question(person)).id);
    const [first = '', second = '', third = '', fourth = ''] = asked;
    await answer('emre', first);
    await answer('daan', second);
    company.clock.advance(3 * day);
    expect(await numbers()).toBe(40);
    await answer('bram', third);
    expect(await numbers()).toBe(40);
    const { id: late } = await question('ada');
    await answer('bram', late);
    expect(await numbers()).toBe(50);
    await answer('ada', fourth);
    expect(await numbers()).toBe(50);
  });

  it('is hidden while fewer than five people are behind it', async () => {
    for (const person of ['ada', 'bram', 'chloe', 'daan']) await question(person);
    expect(await numbers('contributors')).toBeUndefined();
    await question('emre');
    expect(await numbers('contributors')).toBe(5);
  });

  it('of contributors grows by one, however much one person writes', async () => {
    for (const person of ['ada', 'bram', 'chloe', 'daan']) await question(person);
    const { id } = await question('ada');
    for (let at = 0; at < 100; at += 1) await answer('emre', id);
    expect(await numbers('contributors')).toBe(5);
  });

  it('counts for each month of its own', async () => {
    for (const person of colleagues) await question(person);
    company.clock.advance(20 * day);
    expect(await numbers('contributors')).toBeUndefined();
    expect(await numbers('contributors', 1)).toBe(5);
  });
});
