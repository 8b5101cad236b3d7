/** Goals of a group: setting one, watching it move, and saying how it goes. */
import { collections, groupContainer } from '@kantine/core';
import type { NewGoal } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { useLanguage } from '../locale/locale.ts';
import {
  expectAccessible,
  everyElement,
  focused,
  mount,
  pressKey,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Goals } from './goals.ts';
import './define.ts';

const day = 24 * 60 * 60_000;
const besides = ['Finn', 'Gül', 'Hans'];
const people = ['anna', 'bram', 'chika', 'dora'] as const;
let company: Stage;

async function open(reader: Role): Promise<Stage> {
  const opened = await stage(reader, { besides });
  // The middle of the next month: a few days more or less are in the same one, whatever day it is.
  const today = new Date();
  const middle = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 15, 12);
  opened.travel(middle - Date.now());
  const { group } = opened;
  for (const person of people) await opened.as(person).groups.join({ group });
  for (const id of besides) await opened.asOther(id).groups.join({ group });
  return opened;
}

/** Bram founded the group and is its steward. */
beforeEach(async () => {
  company = await open('bram');
});

const show = (properties: Partial<Goals> = {}): Promise<Goals> =>
  mount('kantine-goals', { community: company.reader, group: company.group, ...properties });

const key = () => company.reader.newKey();
const here = () => ({ group: company.group, key: key() });

async function set(changes: Partial<NewGoal> = {}) {
  company.travel(1_000);
  return await company.as('bram').goals.set({
    ...here(),
    what: 'Questions get an answer',
    metric: 'answeredShare',
    days: 2,
    target: 75,
    until: Date.now() + 120 * day,
    owner: 'bram',
    why: 'New colleagues stop asking.',
    ...changes,
  });
}

/** So many colleagues ask something; somebody answers the first ones. */
async function ask(by: readonly string[], answered: number): Promise<string[]> {
  const asked = [];
  for (const [at, person] of by.entries()) {
    company.travel(1_000);
    const { wall } = company.asOther(person);
    const { id: post } = await wall.post({ ...here(), text: 'How?', kind: 'question' });
    asked.push(post);
    const answer = { ...here(), post, text: 'So' };
    if (at < answered) await company.as(person === 'dora' ? 'anna' : 'dora').wall.comment(answer);
  }
  // Their time is over.
  company.travel(3 * day);
  return asked;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabelText(name);
const items = page.getByRole('article');
const alert = page.getByRole('alert');
const picture = page.getByRole('img');
const hasFocus = (locator: Locator) => expect.poll(() => focused() === locator.query()).toBe(true);
const counted = () => expect.poll(() => picture.query() !== null).toBe(true);
const lastDay = new Date(Date.now() + 150 * day).toISOString().slice(0, 10);

describe('goals: accessible', () => {
  it('without a group, loading, empty, failed, and without access', async () => {
    await expectAccessible(await show({ group: '' }));
    await expectAccessible(await mount('kantine-goals', { group: company.group }));
    const empty = await show();
    await expect.element(page.getByText('No goals yet')).toBeVisible();
    await expectAccessible(empty);
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await show();
    await expect.element(alert).toBeVisible();
    await expectAccessible(failed);
    company.faults.heal();
    company.restrict('none');
    const refused = await show();
    await expect.poll(() => shownText(refused)).toMatch(/no longer|members|gone|no access/);
    await expectAccessible(refused);
  });

  it('the form at first, refused by its words, and filled in', async () => {
    const element = await show();
    await pressKey('Set a goal');
    await expectAccessible(element);
    await userEvent.fill(field('What should be better?'), 'communicate better');
    await expect.element(button('Measure that')).toBeVisible();
    await expectAccessible(element);
    await pressKey('Measure that');
    await userEvent.click(page.getByRole('radio', { name: 'People ask each other for help' }));
    await expectAccessible(element);
  });

  it('with its line, its table, a changed target, check-ins and an end', async () => {
    await ask(['anna', 'chika', 'dora', 'Finn', 'Gül'], 2);
    const { id: goal } = await set({ what: 'Betriebsverpflegung'.repeat(6) });
    const text = 'We look at it each day';
    await company.as('bram').goals.checkIn({ ...here(), goal, text });
    await company.as('bram').goals.retarget({ ...here(), goal, target: 60, text });
    const { id: old } = await set({ metric: 'byHand', days: 0, what: 'Fewer parcels back' });
    const learned = 'Nobody likes to count parcels';
    await company.as('bram').goals.end({ ...here(), goal: old, reached: false, learned });
    const element = await show();
    await expect.element(items).toHaveLength(1);
    await counted();
    await userEvent.click(page.getByText('Show the numbers'));
    await expectAccessible(element);
    await pressKey('Show what has ended (1)');
    await expect.element(page.getByText(learned)).toBeVisible();
    await expectAccessible(element);
    await pressKey('Say how it is going');
    await expectAccessible(element);
    await pressKey('Cancel');
    await pressKey('Say how it ended');
    await expectAccessible(element);
  });
});

describe('the form', () => {
  it('refuses what cannot be measured, says what is close to it, and goes on from there by keyboard', async () => {
    await ask(['anna', 'chika', 'dora', 'Finn', 'Gül'], 2);
    company.travel(31 * day);
    const element = await show();
    await pressKey('Set a goal');
    await hasFocus(field('What should be better?'));
    await userEvent.keyboard('communicate better');
    // Without the marks that keep the direction of what is quoted.
    const text = () => shownText(element).replaceAll(/[\u2066-\u2069]/g, '');
    await expect
      .poll(text)
      .toContain('“communicate better” cannot be measured yet. Closest to it:');
    expect(text()).toContain('Share of questions answered within 2 days');
    await pressKey('Set this goal');
    await hasFocus(button('Measure that'));
    await userEvent.keyboard('{Enter}');
    await hasFocus(field('Goal, in percent'));
    await expect.poll(text).toContain('Over the last 3 months: 40%.');
    await userEvent.keyboard('75');
    await userEvent.fill(field('By which day?'), lastDay);
    await userEvent.fill(field('Why does it matter to you? One sentence.'), 'People give up.');
    await pressKey('Set this goal');
    await expect.element(items).toMatchTextContent('communicate better');
    await counted();
    await expect.poll(text).toContain('It was 40% before; the goal is 75% by');
  });

  it('stand under the name of their group', async () => {
    const element = await show();
    await expect.element(page.getByText('No goals yet')).toBeVisible();
    const { name } = await company.reader.groups.read({ group: company.group });
    expect(name).not.toBe('');
    expect(shownText(element)).toContain(name);
  });

  it('suggests goals by the kind of group', async () => {
    await show();
    await pressKey('Set a goal');
    await userEvent.click(page.getByRole('radio', { name: 'Being together' }));
    await pressKey('More of us join in');
    await expect.element(field('What should be better?')).toHaveValue('More of us join in');
    await hasFocus(field('Goal, in people'));
  });

  it('keeps what was typed when it could not be sent, through a reload too', async () => {
    const before = await show();
    await pressKey('Set a goal');
    await userEvent.fill(field('What should be better?'), 'Questions');
    before.remove();
    await show();
    await pressKey('Set a goal');
    await expect.element(field('What should be better?')).toHaveValue('Questions');
  });

  it('is for stewards, and for groups of five', async () => {
    company = await open('anna');
    const element = await show();
    await expect
      .poll(() => shownText(element))
      .toContain('The stewards of this group can set one.');
    await expect.element(button('Set a goal')).toHaveLength(0);
    company = await stage('bram');
    const few = await show();
    await expect
      .poll(() => shownText(few))
      .toContain('so that nobody is measured alone. Your group has 1 so far.');
    await expect.element(button('Set a goal')).toHaveLength(0);
  });
});

describe('a goal', () => {
  const moved = 'Share of questions answered within 2 days';

  it('moves when a question is answered', async () => {
    const asked = await ask(['anna', 'chika', 'dora', 'Finn', 'Gül'], 2);
    await set();
    const element = await show();
    await counted();
    await expect
      .poll(() => shownText(element))
      .toContain('40% of questions answered within 2 days');
    expect(asked).toHaveLength(5);
    const words = { ...here(), text: 'And now?', kind: 'question' } as const;
    const { id: post } = await company.as('anna').wall.post(words);
    await company.as('chika').wall.comment({ ...here(), post, text: 'So' });
    await expect.poll(() => shownText(element)).toContain('50% of questions answered');
  });

  it('of fewer than five people is shown nowhere: not in the table, the line, or a name', async () => {
    await ask(['anna', 'anna', 'chika', 'Finn'], 3);
    await set();
    const element = await show();
    await counted();
    await userEvent.click(page.getByText('Show the numbers'));
    const cells = [...everyElement(element)].filter(({ localName }) => localName === 'td');
    const months = cells.slice(0, -1).map((cell) => cell.textContent);
    expect(new Set(months)).toEqual(new Set(['Too few to show (fewer than 5)']));
    const names = [...everyElement(element)].flatMap(({ attributes }) =>
      [...attributes].map(({ value }) => value),
    );
    // Three of four were answered, which is the target as well.
    expect(names.join(' ').replaceAll('75%', '')).not.toMatch(/\d+%/);
    expect([...everyElement(element)].filter((each) => each.classList.contains('dot'))).toEqual([]);
  });

  it('has the same numbers in the table as in the line', async () => {
    await ask(['anna', 'chika', 'dora', 'Finn', 'Gül'], 3);
    await set();
    const element = await show();
    await counted();
    const dots = [...everyElement(element)].filter((each) => each.classList.contains('dot'));
    expect(dots).toHaveLength(1);
    await userEvent.click(page.getByText('Show the numbers'));
    await expect.element(page.getByRole('columnheader', { name: moved })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /so far 60%/ })).toBeVisible();
  });

  it('is counted by hand, by keyboard, and takes the number of the month', async () => {
    await set({ metric: 'byHand', days: 0, target: 3, what: 'Fewer parcels back' });
    const element = await show();
    await pressKey('Say how it is going');
    await hasFocus(field('What did you count?'));
    await userEvent.keyboard('7');
    await userEvent.fill(field('How is it going? One sentence.'), 'Counted on Friday.');
    await pressKey('Say so');
    await expect.poll(() => shownText(element)).toContain('Counted: 7 in');
    await hasFocus(page.getByRole('heading', { name: 'Fewer parcels back' }));
  });

  it('says when its target was changed, by whom and why', async () => {
    await set();
    const element = await show();
    await pressKey('Change the goal');
    await userEvent.fill(field('The new goal'), '60');
    const reason = 'Why another goal? Everybody reads it.';
    await userEvent.fill(field(reason), 'We began lower.');
    await pressKey('Say so');
    await expect.poll(() => shownText(element)).toMatch(/Target changed on .* from 75% to 60%/);
    await expect.poll(() => shownText(element)).toContain('We began lower.');
  });

  it('ends with what was learned, for good', async () => {
    await set();
    const element = await show();
    await pressKey('Say how it ended');
    await userEvent.click(page.getByRole('radio', { name: 'Not reached' }));
    await userEvent.fill(field('What did we learn?'), 'Too hard');
    await pressKey('Say so');
    await expect.element(page.getByText(/Say in at least 5 words/)).toBeVisible();
    await userEvent.fill(field('What did we learn?'), 'Two days are too short here');
    await pressKey('Say so');
    await expect.poll(() => shownText(element)).toContain('What we learned Two days are too short');
    await expect.element(button('Say how it is going')).toHaveLength(0);
  });

  it('whose end was taken away by hand says so, and is open again', async () => {
    const { id: goal } = await set();
    const learned = 'Two days are too short here';
    await company.as('bram').goals.end({ ...here(), goal, reached: false, learned });
    const store = company.storeOf('bram');
    const of = {
      container: groupContainer(company.group),
      index: 'byGoal',
      eq: goal,
      order: 'ascending',
      limit: 10,
    } as const;
    const [{ records }] = await store.read([
      { kind: 'rows', collection: collections.checkIns, ...of },
    ]);
    for (const row of records)
      if (row.fields.kind === 'missed') await store.remove(collections.checkIns, row);
    const element = await show();
    await expect
      .poll(() => shownText(element))
      .toMatch(/had set another target here, .* That is gone/);
    await expect.element(button('Say how it ended')).toBeVisible();
  });

  it('whose row was changed by hand says so', async () => {
    const { id } = await set();
    const store = company.storeOf('bram');
    const container = groupContainer(company.group);
    const [{ records }] = await store.read([
      {
        kind: 'rows',
        collection: collections.goals,
        container,
        index: 'recent',
        order: 'ascending',
        limit: 1,
      },
    ]);
    company.travel(day);
    for (const record of records.filter((each) => each.id === id))
      await store.update(collections.goals, record as never, { target: 5 });
    const element = await show();
    await expect.poll(() => shownText(element)).toContain('Something here was changed by hand on');
  });

  it('is told in the reader’s language', async () => {
    await set();
    const element = await show();
    await useLanguage('nl');
    await expect.poll(() => shownText(element)).toContain('Zeggen hoe het gaat');
    await useLanguage('en');
  });
});
