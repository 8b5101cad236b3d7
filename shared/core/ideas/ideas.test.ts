/** Putting ideas forward, encouraging them, and saying what becomes of them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { countingHost } from '../testing/counting-host.ts';
import { day, directoryPeople, minute, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import type { IdeaDecision } from './domain.ts';
import { ideaText } from './idea-text.ts';

let company: Organisation;
let group: string;

/** Ada founded the group and is its steward, Daan owns the host. */
async function openGroup(): Promise<void> {
  company = organisation(directoryPeople, ['daan']);
  ({ id: group } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' }));
}

async function shutGroup(): Promise<void> {
  company = organisation();
  const about = { name: 'Board', purpose: '', access: 'closed' } as const;
  ({ id: group } = await company.as('ada').groups.create(about));
  for (const person of ['bram', 'emre'])
    await company.as('ada').groups.admit({ group, person, role: 'member' });
}

beforeEach(openGroup);

const pass = (time = minute) => company.clock.advance(time);
const why = 'because we want to know';
async function put(text: string, person = 'bram', unsure = false): Promise<string> {
  pass();
  const key = company.key();
  return (await company.as(person).ideas.putForward({ group, text, unsure, key })).id;
}
async function decide(
  post: string,
  state: IdeaDecision['state'],
  more: Partial<IdeaDecision> = {},
  person = 'ada',
): Promise<void> {
  pass();
  const until = company.clock.now() + 30 * day;
  const facts = { trying: { who: 'chloe', until }, notNow: { until } }[state as string] ?? {};
  const input = { group, post, state, reason: why, key: company.key(), ...facts, ...more };
  await company.as(person).ideas.decide(input);
}
const board = (person = 'emre') => company.as(person).ideas.read({ group });
const one = (post: string, person = 'emre') => company.as(person).ideas.one({ group, post });
const tryIt = (post: string, person: string, tried = true) =>
  company.as(person).ideas.setTried({ group, post, tried });
const waiting = async (person: string) =>
  (await company.as(person).ideas.waiting({ groups: [group] })).ideas;

describe.each(['open', 'closed'] as const)('an idea in a group that is %s', (access) => {
  beforeEach(() => (access === 'closed' ? shutGroup() : undefined));

  it('is put forward, half of it too, and stands on the board and on the wall', async () => {
    const post = await put('What if we baked rye?', 'bram', true);
    const { ideas, canWrite, dropped } = await board();
    expect({ canWrite, dropped }).toEqual({ canWrite: true, dropped: 0 });
    expect(ideas).toMatchObject([
      {
        id: post,
        text: 'What if we baked rye?',
        unsure: true,
        tried: 0,
        triedByMe: false,
        mayDecide: false,
        fate: { state: 'forward', steps: [] },
      },
    ]);
    const { posts } = await company.as('emre').wall.read({ group });
    expect(posts).toMatchObject([{ id: post, kind: 'idea', text: 'What if we baked rye?' }]);
  });

  it('goes its way by the words of a steward, which everybody reads', async () => {
    const post = await put('Rye');
    await decide(post, 'talked');
    await decide(post, 'trying');
    const { fate } = await one(post);
    expect(fate).toMatchObject({
      state: 'trying',
      steps: [
        { state: 'talked', why, by: { name: 'Ada Lindqvist' } },
        { state: 'trying', who: { name: 'Chloé Martin' } },
      ],
    });
    expect(fate).not.toHaveProperty('changed');
    await decide(post, 'adopted');
    expect((await one(post)).fate.state).toBe('adopted');
  });

  it('is decided by stewards alone, and taken back by its author alone', async () => {
    const post = await put('Rye');
    const refused = { tag: 'Forbidden' };
    await expect(decide(post, 'adopted', {}, 'emre')).rejects.toMatchObject(refused);
    await expect(decide(post, 'adopted', {}, 'bram')).rejects.toMatchObject(refused);
    const back = (person: string) =>
      company.as(person).ideas.withdraw({ group, post, reason: '', key: company.key() });
    await expect(back('emre')).rejects.toMatchObject(refused);
    await expect(back('ada')).rejects.toMatchObject(refused);
    await back('bram');
    expect((await one(post)).fate.state).toBe('withdrawn');
    expect((await one(post, 'ada')).mayDecide).toBe(false);
    await expect(decide(post, 'adopted')).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('K1: takes the words that its author sees, when the answer to others was lost', async () => {
    const draft = { group, text: 'Rye on Mondays', unsure: false, key: company.key() };
    const { id } = await company.as('bram').ideas.putForward(draft);
    await company.as('bram').ideas.putForward({ ...draft, text: 'Rye on Fridays' });
    expect((await board()).ideas).toMatchObject([{ text: 'Rye on Fridays' }]);
    await tryIt(id, 'emre');
    pass(day);
    await company.as('bram').ideas.putForward({ ...draft, text: 'No rye at all' });
    expect(await one(id)).toMatchObject({ text: 'No rye at all', edited: true });
  });

  it('K1: is decided with what was said last, and keeps what was said before', async () => {
    const post = await put('Rye');
    const input = { group, post, state: 'talked', reason: why, key: company.key() } as const;
    const first = await company.as('ada').ideas.decide(input);
    const other = { ...input, state: 'adopted', reason: 'because all of us want it' } as const;
    pass();
    for (const fate of [await company.as('ada').ideas.decide(other), (await one(post)).fate]) {
      expect(fate.steps).toMatchObject([first.steps[0], { why: 'because all of us want it' }]);
      expect(fate.state).toBe('adopted');
    }
    await company.as('ada').ideas.decide(other);
    expect((await one(post)).fate.steps).toHaveLength(2);
  });

  it('that its author deletes is no row of somebody else’s', async () => {
    const post = await put('Rye');
    const { version } = await one(post);
    const deletion = { group, kind: 'post', id: post, version, reason: '' } as const;
    await company.as('bram').wall.remove(deletion);
    expect(await board()).toMatchObject({ ideas: [], dropped: 0 });
  });

  it('K1: is taken back for the reason that its author sees', async () => {
    const post = await put('Rye');
    const input = { group, post, reason: 'too dear', key: company.key() };
    await company.as('bram').ideas.withdraw(input);
    await company.as('bram').ideas.withdraw({ ...input, reason: 'too dry' });
    expect((await one(post)).fate.steps).toMatchObject([{ state: 'withdrawn', why: 'too dry' }]);
  });

  it('of a steward is for another one to decide', async () => {
    const post = await put('Rye', 'ada');
    expect((await one(post, 'ada')).mayDecide).toBe(false);
    await expect(decide(post, 'adopted')).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('is tried by colleagues, whose number changes no order', async () => {
    const [rye, oats] = [await put('Rye'), await put('Oats')];
    await tryIt(rye, 'emre');
    await tryIt(rye, 'ada');
    await tryIt(rye, 'ada');
    const { ideas } = await board();
    expect(ideas.map(({ id, tried, triedByMe }) => [id, tried, triedByMe])).toEqual([
      [oats, 0, false],
      [rye, 2, true],
    ]);
    expect(ideas[1]?.triedBy.map(({ id }) => id).toSorted()).toEqual(['ada', 'emre']);
    await tryIt(rye, 'emre', false);
    await tryIt(rye, 'emre', false);
    expect(await one(rye)).toMatchObject({ tried: 1, triedByMe: false });
    await expect(tryIt(rye, 'bram')).rejects.toMatchObject({ data: { reason: 'yourself' } });
    await expect(tryIt('nothing', 'emre')).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('waits after ten working days: its author reads who looks after it, and stewards are told', async () => {
    const [rye, oats] = [await put('Rye\n\nmore'), await put('Oats')];
    await decide(oats, 'talked');
    pass(13 * day);
    expect(await one(rye, 'bram')).not.toHaveProperty('waits');
    expect(await waiting('ada')).toEqual([]);
    pass(day);
    expect(await one(rye, 'bram')).toMatchObject({ waits: 10 });
    expect((await board('bram')).keeper?.name).toBe('Ada Lindqvist');
    expect(await waiting('ada')).toMatchObject([
      { group, post: rye, text: 'Rye', workingDays: 10, author: { name: 'Bram de Wit' } },
    ]);
    expect(await waiting('bram')).toEqual([]);
    expect(await waiting('chloe')).toEqual([]);
    await decide(rye, 'talked');
    expect(await waiting('ada')).toEqual([]);
  });

  it('is looked for with one question where a group has none', async () => {
    const { host, reads } = countingHost(company.host('ada'));
    const { ideas } = createCommunity(host);
    expect(await ideas.waiting({ groups: [group] })).toEqual({
      ideas: [],
      isMore: false,
      dropped: 0,
    });
    expect(reads.flat()).toHaveLength(1);
  });

  it('that is not now comes back by itself on its date, and waits again after ten working days', async () => {
    const post = await put('Rye');
    await decide(post, 'notNow');
    expect((await one(post)).fate).toMatchObject({ state: 'notNow' });
    pass(31 * day);
    expect((await one(post)).fate).toMatchObject({ state: 'forward', isBack: true });
    expect(await waiting('ada')).toEqual([]);
    pass(15 * day);
    expect(await waiting('ada')).toMatchObject([{ post, isBack: true }]);
  });

  it('that a steward hid, or its author deleted, waits for nobody', async () => {
    const [rye, oats] = [await put('Rye'), await put('Oats')];
    const message = { group, kind: 'post', id: rye } as const;
    const hide = { ...message, reason: 'it names a customer', key: company.key() };
    await company.as('ada').stewards.hide(hide);
    const { version } = await one(oats);
    const gone = { group, kind: 'post', id: oats, version, reason: '' } as const;
    await company.as('bram').wall.remove(gone);
    pass(20 * day);
    expect(await waiting('ada')).toEqual([]);
    const { ideas } = await board();
    expect(ideas).toMatchObject([{ id: rye, text: '', hidden: { reason: hide.reason } }]);
  });
});

describe('a decision', () => {
  it('says why in five words at least, and names who and when where that is needed', async () => {
    const post = await put('Rye');
    const refused = (state: IdeaDecision['state'], more: Partial<IdeaDecision>, data: object) =>
      expect(decide(post, state, more)).rejects.toMatchObject({ tag: 'Invalid', data });
    await refused('adopted', { reason: ' ' }, { field: 'reason', reason: 'empty' });
    await refused('adopted', { reason: 'so it is now' }, { reason: 'too-few-words', limit: 5 });
    await refused('adopted', { reason: 'x '.repeat(300) }, { reason: 'too-long' });
    await refused('trying', { who: undefined }, { field: 'who', reason: 'empty' });
    await refused('trying', { who: 'nobody' }, { field: 'who', reason: 'unknown-person' });
    await refused('trying', { who: 'left' }, { field: 'who', reason: 'left-the-company' });
    await refused('trying', { until: undefined }, { field: 'until', reason: 'empty' });
    await refused('notNow', { until: 5 }, { field: 'until', reason: 'unknown-value' });
    await refused('notNow', { until: 9e12 }, { field: 'until', reason: 'unknown-value' });
    expect((await one(post)).fate.state).toBe('forward');
    await expect(decide('nothing', 'adopted')).rejects.toMatchObject({ tag: 'NotFound' });
    const chat = await company.as('bram').wall.post({ group, text: 'Hi', key: company.key() });
    await expect(decide(chat.id, 'adopted')).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('is written once, however often it is sent', async () => {
    const post = await put('Rye');
    const key = company.key();
    await decide(post, 'talked', { key });
    await decide(post, 'talked', { key });
    expect((await one(post)).fate.steps).toHaveLength(1);
  });

  it('of two stewards at once is the later one, and both stay readable', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'chloe', key: company.key() });
    const post = await put('Rye');
    await Promise.all([decide(post, 'adopted'), decide(post, 'notNow', {}, 'chloe')]);
    const { steps, state } = (await one(post)).fate;
    expect(steps).toHaveLength(2);
    expect(state).toBe(steps[1]?.state);
  });

  it('stays when who took it is no steward any more', async () => {
    await company.as('ada').stewards.appoint({ group, person: 'chloe', key: company.key() });
    const post = await put('Rye');
    await decide(post, 'adopted', {}, 'chloe');
    pass();
    await company.as('ada').stewards.dismiss({ group, person: 'chloe', key: company.key() });
    pass();
    expect((await one(post)).fate.state).toBe('adopted');
  });
});

describe('the board', () => {
  it('has pages, and takes two reads', async () => {
    for (let at = 0; at < 45; at += 1) await put(`Idea ${at}`);
    const { host, reads } = countingHost(company.host('emre'));
    const page = createCommunity(host).ideas;
    const { ideas, cursor } = await page.read({ group });
    expect(ideas).toHaveLength(40);
    expect(reads.flat().length).toBeLessThanOrEqual(20);
    const rest = await page.read({ group, cursor });
    expect(rest.ideas.map(({ text }) => text)).toEqual([4, 3, 2, 1, 0].map((at) => `Idea ${at}`));
  });

  it('of an archived group is read-only', async () => {
    await put('Rye');
    await company.as('ada').stewards.archive({ group, reason: 'all is said', key: company.key() });
    expect(await board('ada')).toMatchObject({ canWrite: false, ideas: [{ mayDecide: false }] });
  });

  it('of a closed group is nobody’s to read outside, and counts nowhere', async () => {
    const open = group;
    await shutGroup();
    await put('Rye');
    await expect(board('chloe')).rejects.toMatchObject({ tag: 'Forbidden' });
    pass(30 * day);
    expect(await waiting('chloe')).toEqual([]);
    expect(await company.as('chloe').groups.unread({ groups: [group] })).toEqual([]);
    const { posts } = await company.as('chloe').wall.newest({ groups: [group] });
    expect(posts).toEqual([]);
    await expect(company.as('chloe').ideas.read({ group: open })).rejects.toThrow();
  });
});

describe('the words of an idea', () => {
  const labels = { what: 'What if', whom: 'Who would it help?', first: 'What first?' };

  it('are one message with a paragraph for each part that was written', () => {
    const parts = { what: 'we baked rye?', whom: ' The early shift. ', first: '' };
    expect(ideaText(parts, labels)).toBe(
      'What if we baked rye?\n\n**Who would it help?** The early shift.',
    );
  });

  it('have their beginning once, and are nothing without an idea', () => {
    const rest = { whom: '', first: 'One oven.' };
    expect(ideaText({ ...rest, what: 'what if we walked' }, labels)).toBe(
      'what if we walked\n\n**What first?** One oven.',
    );
    expect(ideaText({ ...rest, what: ' \n' }, labels)).toBe('');
  });
});
