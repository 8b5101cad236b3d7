/** Ideas of a group: putting them forward, encouraging them, and saying what becomes of them. */
import { collections, groupContainer } from '@kantine/core';
import type { DecidedState } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { useLanguage } from '../locale/locale.ts';
import {
  callsAfter,
  expectAccessible,
  focused,
  focusedName,
  mount,
  pressKey,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Ideas } from './ideas.ts';
import { dayAhead } from './fate-draft.ts';
import './define.ts';

const day = 24 * 60 * 60_000;
let company: Stage;
/** Anna reads; Bram founded the group and is its steward. */
beforeEach(async () => {
  company = await stage('anna');
});
const asSteward = async (): Promise<void> => void (company = await stage('bram'));

const open = (properties: Partial<Ideas> = {}): Promise<Ideas> =>
  mount('kantine-ideas', { community: company.reader, group: company.group, ...properties });

async function put(by: Role, text: string, unsure = false): Promise<string> {
  const key = company.reader.newKey();
  company.travel(1_000);
  return (await company.as(by).ideas.putForward({ group: company.group, text, unsure, key })).id;
}
const reason = 'because we want to know it';
async function decide(post: string, state: DecidedState, by: Role = 'bram'): Promise<void> {
  company.travel(1_000);
  const until = Date.now() + 40 * day;
  const more = { trying: { who: 'chika', until }, notNow: { until } }[state as string] ?? {};
  const key = company.reader.newKey();
  await company.as(by).ideas.decide({ group: company.group, post, state, reason, key, ...more });
}

const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const start = button('I have an idea, or half of one');
const field = (name: string) => page.getByRole('textbox', { name });
const alert = page.getByRole('alert');
const items = page.getByRole('article');
const tryIt = button(/I’d try this/);
const hasFocus = (locator: Locator) => expect.poll(() => focused() === locator.query()).toBe(true);

describe('ideas: accessible', () => {
  it('without a group, loading, empty, failed, and without access', async () => {
    await expectAccessible(await open({ group: '' }));
    await expectAccessible(await mount('kantine-ideas', { group: company.group }));
    const empty = await open();
    await expect.element(page.getByText('No ideas yet')).toBeVisible();
    await expectAccessible(empty);
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await open();
    await expect.element(alert).toBeVisible();
    await expectAccessible(failed);
    company.faults.heal();
    company.restrict('none');
    const refused = await open();
    await expect.poll(() => shownText(refused)).toMatch(/no longer|members|gone|no access/);
    await expectAccessible(refused);
  });

  it('in every state, with long names and words', async () => {
    await put('dora', `What if ${'Betriebsverpflegung'.repeat(8)}?`, true);
    for (const state of ['talked', 'trying', 'adopted', 'notNow'] as const)
      await decide(await put('chika', `What if ${state}?`), state);
    const post = await put('anna', 'What if nobody answered?');
    await company.as('chika').ideas.setTried({ group: company.group, post, tried: true });
    const element = await open();
    await expect.element(items).toHaveLength(6);
    await expectAccessible(element);
  });

  it('the form, filled in and refused', async () => {
    const element = await open();
    await pressKey('I have an idea, or half of one');
    await expectAccessible(element);
    await userEvent.fill(field('What if…'), 'we baked rye?');
    company.faults.inject({ kind: 'offline', on: 'write' });
    await pressKey('Put it forward');
    await expect.element(alert).toBeVisible();
    await expectAccessible(element);
  });

  it('the conversation, taking back, and a steward’s form in each state', async () => {
    await put('anna', 'What if we baked rye?');
    const mine = await open();
    await pressKey('Take back');
    await expectAccessible(mine);
    await asSteward();
    await put('anna', 'What if we baked rye?');
    const element = await open();
    await pressKey('Say what happens to it');
    await expect.element(page.getByRole('radio').first()).toBeVisible();
    await expectAccessible(element);
    for (const state of ['Being tried', 'Not now']) {
      await userEvent.click(page.getByRole('radio', { name: state }));
      await expectAccessible(element);
    }
    await pressKey('Cancel');
    await pressKey('I have a question');
    await expect.element(field('Reply to Anna de Vries')).toBeVisible();
    await expectAccessible(element);
  });
});

describe('an idea', () => {
  it('is put forward with the keyboard, half of it too, and is shown without being read back', async () => {
    const element = await open();
    await expect.element(start).toBeVisible();
    await pressKey('I have an idea, or half of one');
    await hasFocus(field('What if…'));
    await userEvent.keyboard('we baked rye?');
    await userEvent.tab();
    await userEvent.keyboard('The early shift.');
    const half = page.getByRole('checkbox', { name: 'I have half an idea' });
    (half.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    const calls = await callsAfter(
      company,
      () => pressKey('Put it forward'),
      () => expect.element(items).toBeVisible(),
    );
    expect(calls).toEqual(['ideas.putForward']);
    for (const text of ['What if we baked rye?', 'Who would it help?', 'The early shift.'])
      expect(shownText(element)).toContain(text);
    await expect.element(page.getByText('Half an idea', { exact: true })).toBeVisible();
    await expect.poll(focusedName).toBe('Ideas');
    const wall = await company.as('chika').wall.read({ group: company.group });
    expect(wall.posts[0]?.text).toBe(
      'What if we baked rye?\n\n**Who would it help?** The early shift.',
    );
  });

  it('keeps what was typed when it could not be sent, and when the form is closed', async () => {
    const before = await open();
    await pressKey('I have an idea, or half of one');
    await userEvent.fill(field('What if…'), 'we baked rye?');
    company.faults.inject({ kind: 'offline', on: 'write' });
    await pressKey('Put it forward');
    await expect.element(alert).toMatchTextContent('could not be reached');
    before.remove();
    company.faults.heal();
    await open();
    await pressKey('I have an idea, or half of one');
    await expect.element(field('What if…')).toHaveValue('we baked rye?');
    await pressKey('Cancel');
    await expect.poll(focusedName).toBe('I have an idea, or half of one');
    await pressKey('I have an idea, or half of one');
    await pressKey('Put it forward');
    await expect.element(items).toHaveLength(1);
  });

  it('is encouraged with one tap, which is taken back with another', async () => {
    const post = await put('chika', 'What if we baked rye?');
    await company.as('dora').ideas.setTried({ group: company.group, post, tried: true });
    const element = await open();
    const calls = await callsAfter(
      company,
      () => pressKey(/I’d try this/),
      () => expect.element(tryIt).toHaveAttribute('aria-pressed', 'true'),
    );
    expect(calls).toEqual(['ideas.setTried']);
    expect(shownText(element)).toMatch(/Would try it: You and.*Dorothea/);
    await pressKey(/I’d try this/);
    await expect.element(tryIt).toHaveAttribute('aria-pressed', 'false');
    expect(shownText(element)).not.toContain('You and');
  });

  it('on its way cannot be given up, nor written on', async () => {
    const element = await open();
    await pressKey('I have an idea, or half of one');
    const text = field('What if…');
    await expect.element(text).toBeVisible();
    await userEvent.fill(text, 'we baked rye?');
    const release = company.holdWrites();
    (button('Put it forward').element() as HTMLElement).click();
    await expect.element(text).toHaveAttribute('readonly');
    await userEvent.click(button('Cancel'));
    await expect.element(text).toHaveValue('we baked rye?');
    release();
    await expect.poll(() => shownText(element)).toContain('Your idea is put forward.');
    expect(shownText(element)).not.toContain('You had written this');
  });

  it('says what failed, and tries again', async () => {
    await put('chika', 'What if we baked rye?');
    await open();
    await expect.element(tryIt).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await pressKey(/I’d try this/);
    await expect.element(alert).toBeVisible();
    company.faults.heal();
    await pressKey('Try again');
    await expect.element(tryIt).toHaveAttribute('aria-pressed', 'true');
  });

  it('is asked about in its conversation, below it', async () => {
    await put('chika', 'What if we baked rye?');
    await open();
    await pressKey('I have a question');
    const reply = field('Reply to Chika Tanaka');
    await hasFocus(reply);
    await userEvent.keyboard('In which oven?{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('In which oven?')).toBeVisible();
    await expect.element(button('Show 1 comment')).toBeVisible();
    await pressKey('Close');
    await expect.poll(focusedName).toBe('I have a question');
    await pressKey('Show 1 comment');
    await expect.element(page.getByText('In which oven?')).toBeVisible();
  });

  it('goes its way by the words of a steward, with the keyboard', async () => {
    await asSteward();
    await put('anna', 'What if we baked rye?');
    const element = await open();
    await pressKey('Say what happens to it');
    await hasFocus(page.getByRole('radio', { name: 'Being talked about' }));
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByText('Name the colleague who tries it.')).toBeVisible();
    const picker = page.getByRole('combobox', { name: 'Who tries it?' });
    (picker.element() as HTMLElement).focus();
    await userEvent.keyboard('chika');
    await expect.element(page.getByRole('option').first()).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Choose a day.')).toBeVisible();
    const year = new Date().getFullYear() + 1;
    await userEvent.fill(page.getByLabelText('Until when?'), `${year}-03-12`);
    await userEvent.fill(field('Say it in a sentence'), 'We like it');
    await expect.element(page.getByText('Say in at least 5 words why.')).toBeVisible();
    await pressKey('Say so');
    await hasFocus(field('Say it in a sentence'));
    await userEvent.fill(field('Say it in a sentence'), 'We like it and have an oven.');
    const calls = await callsAfter(
      company,
      () => pressKey('Say so'),
      () => expect.poll(() => shownText(element)).toMatch(/tries it until March 12/),
    );
    expect(calls).toEqual(['ideas.decide']);
    expect(shownText(element)).toMatch(/Being tried, says .*We like it and have an oven\./);
    const current = element.shadowRoot
      ?.querySelector('kantine-idea')
      ?.shadowRoot?.querySelector('[aria-current=step]');
    expect(current?.textContent.trim()).toBe('Being tried');
  });

  it('K12: is tried until a day of the host’s, where the reader’s clock is nine days behind', async () => {
    await asSteward();
    company.travel(9 * day);
    await put('anna', 'What if we baked rye?');
    await open();
    await pressKey('Say what happens to it');
    await hasFocus(page.getByRole('radio', { name: 'Being talked about' }));
    await userEvent.keyboard('{ArrowDown}');
    const until = page.getByLabelText('Until when?');
    await expect.element(until).toHaveAttribute('min', dayAhead(Date.now(), 10));
  });

  it('is not a member’s to decide, nor its author’s', async () => {
    await put('chika', 'What if we baked rye?');
    await put('anna', 'What if we baked oats?');
    await open();
    await expect.element(items).toHaveLength(2);
    await expect.element(button('Say what happens to it')).toHaveLength(0);
    await expect.element(button('Take back')).toHaveLength(1);
  });

  it('is taken back by its author, after a question', async () => {
    await put('anna', 'What if we baked rye?');
    const element = await open();
    await pressKey('Take back');
    await userEvent.keyboard('It was done long ago');
    const calls = await callsAfter(
      company,
      () => userEvent.keyboard('{Enter}'),
      () => expect.poll(() => shownText(element)).toContain('It was done long ago'),
    );
    expect(calls).toEqual(['ideas.withdraw']);
    expect(shownText(element)).toContain('Taken back');
    await expect.element(button('Take back')).toHaveLength(0);
  });

  it('shows a path that ends where it ended: no step that nobody took looks taken', async () => {
    const back = await put('anna', 'What if we baked rye?');
    await decide(back, 'talked');
    const input = { group: company.group, post: back, reason: '', key: company.reader.newKey() };
    company.travel(1_000);
    await company.reader.ideas.withdraw(input);
    await decide(await put('chika', 'What if we baked oats?'), 'notNow');
    const element = await open();
    await expect.element(items).toHaveLength(2);
    const ways = [...(element.shadowRoot?.querySelectorAll('kantine-idea') ?? [])].map((idea) =>
      [...(idea.shadowRoot?.querySelectorAll('.way li') ?? [])].map((step) =>
        step.textContent.trim(),
      ),
    );
    expect(ways.toSorted((one, other) => one.length - other.length)).toEqual([
      ['Put forward', 'Not now'],
      ['Put forward', 'Being talked about', 'Taken back'],
    ]);
  });

  it('stands under the name of its group', async () => {
    const element = await open();
    await expect.element(page.getByText('No ideas yet')).toBeVisible();
    const { name } = await company.reader.groups.read({ group: company.group });
    expect(name).not.toBe('');
    expect(shownText(element)).toContain(name);
  });

  it('that waits tells its author who looks after it, and a steward that a sentence is enough', async () => {
    await put('anna', 'What if we baked rye?');
    company.travel(15 * day);
    const element = await open();
    await expect
      .poll(() => shownText(element))
      .toMatch(/looks after ideas here and has been reminded\..*Bram Okafor/);
    await expect.element(page.getByText('Waiting longest for an answer')).toBeVisible();
  });

  it('says that a decision was taken away by hand', async () => {
    const post = await put('anna', 'What if we baked rye?');
    await decide(post, 'talked');
    await decide(post, 'adopted');
    const container = groupContainer(company.group);
    const store = company.storeOf('bram');
    const of = {
      container,
      index: 'byState',
      eq: 'adopted',
      order: 'ascending',
      limit: 1,
    } as const;
    const [{ records }] = await store.read([
      { kind: 'rows', collection: collections.fates, ...of },
    ]);
    if (records[0]) await store.remove(collections.fates, records[0]);
    const element = await open();
    await expect
      .poll(() => shownText(element))
      .toContain('had decided here is gone or has been changed.');
    expect(shownText(element)).toMatch(/Being talked about, says/);
  });
});

describe('the board', () => {
  it('shows as many as the page’s editor chose, and more on request', async () => {
    for (let at = 0; at < 43; at += 1) await put('chika', `What if number ${at}?`);
    await open({ count: 20 });
    await expect.element(items).toHaveLength(20);
    await pressKey('Show more ideas');
    await expect.element(items).toHaveLength(40);
    await pressKey('Show more ideas');
    await expect.element(items).toHaveLength(43);
    await expect.element(button('Show more ideas')).toHaveLength(0);
  });

  it('shows what a colleague does at once', async () => {
    const element = await open();
    await expect.element(start).toBeVisible();
    await put('chika', 'What if we baked rye?');
    await expect.poll(() => shownText(element)).toContain('What if we baked rye?');
  });

  it('offers who may not write nothing to write', async () => {
    await put('chika', 'What if we baked rye?');
    company.restrict('read');
    await open();
    await expect.element(items).toBeVisible();
    await expect.element(start).toHaveLength(0);
    await expect.element(tryIt).toHaveLength(0);
  });

  it.each([
    ['nl', 'Ik heb een idee, of een half', /Wordt besproken, zegt .*Bram/],
    ['de', 'Ich habe eine Idee, oder eine halbe', /Im Gespräch, sagt .*Bram/],
    ['fr', 'J’ai une idée, ou un début d’idée', /En discussion, dit .*Bram/],
  ] as const)('speaks %s', async (locale, offer, words) => {
    await decide(await put('chika', 'What if we baked rye?'), 'talked');
    const element = await open();
    await useLanguage(locale);
    await expect.element(button(offer)).toBeVisible();
    expect(shownText(element)).toMatch(words);
    await useLanguage('en');
  });
});
