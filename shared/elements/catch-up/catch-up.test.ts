import { mentionToken } from '@kantine/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../locale/locale.ts';
import { expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { CatchUp } from './catch-up.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});
afterEach(() => {
  history.replaceState(history.state, '', location.pathname + location.search);
  return useLanguage('en');
});

const open = (): Promise<CatchUp> => mount('kantine-catch-up', { community: company.reader });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const items = page
  .getByRole('listitem')
  .filter({ has: page.getByRole('button', { name: /^Done: / }) });
const lines = page
  .getByRole('listitem')
  .getByRole('button', { name: /^(?!Done: ).* in \W*The bakery/ });
const conversation = page.getByRole('region', { name: /^A post in|^The post of the link/ });
const done = page.getByRole('button', { name: /^Done: / });
const all = page.getByRole('button', { name: 'Done with all' });
const nothing = page.getByText('Nothing needs you. Nice.', { exact: true });

const mention = (by: Role, text: string) => company.post(by, `${text} ${mentionToken('anna')}`);

/** Somebody asks Anna twice, and answers her question. */
async function threeThings(): Promise<void> {
  const input = { group: company.group, text: 'Who has rye?', key: 'key-of-a-question' };
  const { id } = await company.as('anna').wall.post({ ...input, kind: 'question' });
  await mention('bram', 'First,');
  await mention('dora', 'Second,');
  const answer = { group: company.group, post: id, text: 'I have', key: 'key-of-an-answer' };
  await company.as('bram').wall.comment(answer);
}

describe('catch up: accessible', () => {
  it('while it looks, empty, and when that failed', async () => {
    await expectAccessible(await mount('kantine-catch-up'));
    const element = await open();
    await expect.element(nothing).toBeVisible();
    await expectAccessible(element);
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await open();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
  });

  it('with lines, and with a conversation that was opened', async () => {
    await threeThings();
    const element = await open();
    await expect.element(heading('3 for you')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(page.getByRole('button', { name: /^\W*Bram Okafor\W* answered your/ }));
    await expect.element(conversation).toBeVisible();
    await expect.element(page.getByText('I have', { exact: true })).toBeVisible();
    await expectAccessible(element);
  });
});

describe('catch up', () => {
  it('says of each line who did what, where, and how it begins', async () => {
    await threeThings();
    const element = await open();
    await expect.element(items).toHaveLength(3);
    const text = shownText(element).replaceAll(/[\u2068\u2069]/g, '');
    expect(text).toContain('Bram Okafor answered your question in The bakery');
    expect(text).toContain('Bram Okafor mentioned you in The bakery');
    expect(text).toContain('First, @Anna de Vries');
  });

  it('opens a line by keyboard, with its conversation, and is done with it', async () => {
    await threeThings();
    const element = await open();
    await expect.element(heading('3 for you')).toBeVisible();
    await userEvent.tab();
    expect(focused()).toBe(all.element());
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(conversation).toBeVisible();
    await expect.poll(() => focused()).toBe(conversation.element());
    await expect.element(page.getByText('I have', { exact: true })).toBeVisible();
    await expect.element(heading('2 for you')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Back to what waits for you' }));
    await expect.element(items).toHaveLength(2);
    // It was read: the keyboard goes on with the line in its place.
    await expect.poll(() => focused()).toBe(lines.first().element());
    expect(element.shadowRoot?.querySelector('kantine-conversation')).toBeNull();
  });

  it('opens a post that no wall of the page shows, and is left with Escape', async () => {
    const old = await mention('bram', 'Long ago,');
    for (let turn = 0; turn < 25; turn += 1) await company.post('chika', `Later ${turn}`);
    await mention('dora', 'Now,');
    await open();
    await expect.element(items).toHaveLength(2);
    await userEvent.click(lines.nth(1));
    await expect.element(conversation).toBeVisible();
    await expect.element(page.getByText('Long ago,', { exact: false })).toBeVisible();
    expect(conversation.element().getAttribute('aria-label')).not.toContain(old.id);
    // A menu of the post closes by itself first.
    await userEvent.keyboard('{Escape}');
    await expect.element(items).toHaveLength(1);
    await expect.poll(() => focused()).toBe(lines.first().element());
  });

  it('goes back to the line itself where it could not be done with', async () => {
    await threeThings();
    await open();
    await expect.element(items).toHaveLength(3);
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(lines.nth(1));
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    await userEvent.keyboard('{Escape}');
    await expect.element(items).toHaveLength(3);
    await expect.poll(() => focused()).toBe(lines.nth(1).element());
  });

  it('brings an earlier comment into view', async () => {
    const { id: post } = await company
      .as('anna')
      .wall.post({ group: company.group, text: 'Soup?', key: 'key-of-a-post' });
    const answer = (turn: number) =>
      company.as(turn === 0 ? 'bram' : 'chika').wall.comment({
        group: company.group,
        post,
        text: `Answer ${turn}`,
        key: `key-of-answer-${turn}`,
      });
    for (let turn = 0; turn < 12; turn += 1) await answer(turn);
    await open();
    await expect.element(items).toHaveLength(12);
    await userEvent.click(lines.nth(11));
    await expect.element(page.getByText('Answer 0', { exact: true })).toBeInViewport();
  });

  it('is done with one line, and the keyboard goes on with the next', async () => {
    await threeThings();
    const element = await open();
    await userEvent.click(done.first());
    await expect.element(items).toHaveLength(2);
    await expect.poll(() => focused()).toBe(done.first().element());
    await expect.poll(() => shownText(element)).toContain('Done. 2 for you.');
    // In another window, too.
    await open();
    await expect.element(heading('2 for you').last()).toBeVisible();
  });

  it('is done with all, and says that nothing is waiting', async () => {
    await threeThings();
    await open();
    await userEvent.click(all);
    await expect.element(nothing).toBeVisible();
    await expect.element(heading('For you')).toBeVisible();
    await expect.poll(() => focused()?.id).toBe('title');
  });

  it('shows the lines again that it could not be done with, and tries again', async () => {
    await threeThings();
    await open();
    await expect.element(items).toHaveLength(3);
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(done.first());
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    await expect.element(items).toHaveLength(3);
    company.faults.heal();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(items).toHaveLength(2);
  });

  it('shows what comes while it is open, and nothing of what goes', async () => {
    await open();
    await expect.element(nothing).toBeVisible();
    const { id, version } = await mention('bram', 'Look,');
    await expect.element(heading('1 for you')).toBeVisible();
    const message = { group: company.group, kind: 'post', id } as const;
    await company.as('bram').wall.remove({ ...message, version, reason: '' });
    await expect.element(nothing).toBeVisible();
  });

  it('says once who took something back, and the keyboard goes on with the next line', async () => {
    await mention('dora', 'First,');
    const { id, version } = await mention('bram', 'Look,');
    const element = await open();
    await expect.element(items).toHaveLength(2);
    (lines.first().element() as HTMLElement).focus();
    const message = { group: company.group, kind: 'post', id } as const;
    await company.as('bram').wall.edit({ ...message, text: 'Look', version });
    const said = page.getByText(/Bram Okafor\W* took this back\./);
    await expect.element(said).toBeVisible();
    await expect.element(items).toHaveLength(1);
    await expect.poll(() => focused()).toBe(lines.first().element());
    await expectAccessible(element);
    // In another window it is simply not there.
    const other = await open();
    await expect.element(items).toHaveLength(1);
    expect(shownText(other)).not.toContain('took this back');
  });

  it('says that stewards hid something, and nothing of what one was done with elsewhere', async () => {
    const { id } = await mention('chika', 'Look,');
    const element = await open();
    await expect.element(heading('1 for you')).toBeVisible();
    const message = { group: company.group, kind: 'post', id } as const;
    const key = 'key-of-an-act';
    await company.as('bram').stewards.hide({ ...message, reason: 'a good reason', key });
    await expect
      .element(page.getByText(/What \W*Chika Tanaka\W* wrote was hidden\./))
      .toBeVisible();
    await mention('dora', 'Second,');
    await expect.element(heading('1 for you')).toBeVisible();
    const [second] = (await company.reader.catchUp.forYou()).lines;
    const { message: read, created: until } = second ?? { message, created: 0 };
    await company
      .as('anna')
      .catchUp.done({ lines: [{ group: company.group, message: read, until }] });
    await expect.element(nothing).toBeVisible();
    expect(shownText(element)).not.toContain('took this back');
  });

  it('says who mentioned everybody, and what was answered in a post that one follows', async () => {
    await company.as('anna').groups.join({ group: company.group });
    company.travel(1000);
    const { id: post } = await company.post('bram', 'Soup at noon, @[*]!');
    await company.as('anna').preferences.follow({ group: company.group, post });
    company.travel(1000);
    const input = { group: company.group, post, text: 'Gladly', key: 'key-of-an-answer' };
    await company.as('chika').wall.comment(input);
    const element = await open();
    await expect.element(heading('2 for you')).toBeVisible();
    const text = shownText(element).replaceAll(/[\u2068\u2069]/g, '');
    expect(text).toContain('Bram Okafor mentioned everyone in The bakery');
    expect(text).toContain('Soup at noon, @everyone in this group!');
    expect(text).toContain('Chika Tanaka answered in “Soup at noon, @…!”, which you follow');
    await expectAccessible(element);
  });

  it.each([
    ['nl', '2 voor jou', 'noemde iedereen in', 'iedereen in deze groep'],
    ['de', '2 für dich', 'hat alle in', 'alle in dieser Gruppe'],
    ['fr', '2 pour vous', 'a mentionné tout le monde', 'tout le monde dans ce groupe'],
  ])('says so in %s, and fits into 320 px', async (language, title, why, everyone) => {
    await company.as('anna').groups.join({ group: company.group });
    company.travel(1000);
    await company.post('bram', 'Soup, @[*]!');
    await mention('dora', 'Look,');
    await useLanguage(language);
    const element = await open();
    await expect.element(heading(title)).toBeVisible();
    expect(shownText(element)).toContain(why);
    expect(shownText(element)).toContain(`@${everyone}!`);
    await expectAccessible(element);
  });

  it('counts to nine, and says that there is more', async () => {
    for (let turn = 0; turn < 11; turn += 1) await mention('bram', `${turn}`);
    await open();
    await expect.element(heading('9+ for you')).toBeVisible();
    await expect.element(items).toHaveLength(11);
  });

  it('has nothing of a group that is muted', async () => {
    await threeThings();
    await open();
    await expect.element(heading('3 for you')).toBeVisible();
    await company.as('anna').preferences.mute({ group: company.group });
    await expect.element(nothing).toBeVisible();
  });

  it('looks into further groups on request', async () => {
    for (let turn = 0; turn < 7; turn += 1) {
      const closed = { name: `Board ${turn}`, purpose: '', access: 'closed' } as const;
      const { id: group } = await company.as('bram').groups.create(closed);
      await company.as('bram').groups.admit({ group, person: 'anna', role: 'member' });
      const key = `key-of-a-post-${turn}`;
      await company.as('bram').wall.post({ group, text: mentionToken('anna'), key });
    }
    const element = await open();
    await expect.element(items).toHaveLength(6);
    expect(shownText(element)).toContain('You are in one more group.');
    await userEvent.click(page.getByRole('button', { name: 'Look there too' }));
    await expect.element(items).toHaveLength(7);
    await expectAccessible(element);
  });

  it('says that rows were left out which are not genuine', async () => {
    const { mentions } = (await import('@kantine/core')).collections;
    const fields = { to: 'anna', target: 'post:404' };
    const container = `group:${company.group}`;
    await company.storeOf('bram').insert(mentions, container, 'post:404|anna', fields);
    const element = await open();
    await expect.element(nothing).toBeVisible();
    expect(shownText(element)).toContain('Something here is left out');
    await expectAccessible(element);
  });
});

describe('catch up: ideas that wait', () => {
  const day = 24 * 60 * 60_000;
  const line = page.getByRole('button', { name: /idea in .* has waited for \d+ working days/ });
  async function wait(): Promise<void> {
    const key = company.reader.newKey();
    const input = { group: company.group, text: 'What if we baked rye?', unsure: false, key };
    await company.as('anna').ideas.putForward(input);
    company.travel(15 * day);
  }

  it('are told to a steward, who says a word where they are told; then they wait no more', async () => {
    company = await stage('bram');
    await wait();
    const element = await open();
    await expect.element(heading('Waiting for a word from you')).toBeVisible();
    await expect.element(line).toBeVisible();
    await expect.element(nothing).not.toBeInTheDocument();
    expect(shownText(element)).toContain('What if we baked rye?');
    await expectAccessible(element);
    (line.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('article')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Say what happens to it' }));
    await userEvent.fill(
      page.getByRole('textbox', { name: 'Say it in a sentence' }),
      'we bake one loaf of it on Monday',
    );
    await expectAccessible(element);
    await userEvent.click(page.getByRole('button', { name: 'Say so' }));
    await expect.element(page.getByText('we bake one loaf of it on Monday')).toBeVisible();
    const { ideas } = await company.as('bram').ideas.waiting({ groups: [company.group] });
    expect(ideas).toEqual([]);
    await userEvent.click(line);
    await expect.element(nothing).toBeVisible();
  });

  it('are told to nobody else', async () => {
    company = await stage('dora');
    await wait();
    const element = await open();
    await expect.element(nothing).toBeVisible();
    expect(shownText(element)).not.toContain('rye');
  });
});

describe('catch up: questions that nobody answers', () => {
  const day = 24 * 60 * 60_000;
  const line = page.getByRole('button', {
    name: /^A question in .* has waited for [56] working days$/,
  });
  async function wait(): Promise<void> {
    const about = { group: company.group, text: 'Who has a key?', kind: 'question' } as const;
    await company.as('anna').wall.post({ ...about, key: company.reader.newKey() });
    company.travel(8 * day);
  }

  it('are told to a steward after five working days, who answers them where they are told', async () => {
    company = await stage('bram');
    await wait();
    const element = await open();
    await expect.element(heading('Nobody has answered yet')).toBeVisible();
    await expect.element(nothing).not.toBeInTheDocument();
    await expectAccessible(element);
    (line.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Even saying whom to ask helps.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /Who has a key/ }));
    await userEvent.fill(page.getByRole('textbox', { name: /^Reply to/ }), 'Chika has one');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('It has an answer now.').first()).toBeVisible();
    expect(await company.as('bram').wall.longUnanswered({ groups: [company.group] })).toEqual([]);
    await expectAccessible(element);
  });

  it('are told to nobody else', async () => {
    company = await stage('dora');
    await wait();
    const element = await open();
    await expect.element(nothing).toBeVisible();
    expect(shownText(element)).not.toContain('Nobody has answered yet');
  });
});
