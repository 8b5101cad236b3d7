/** What somebody types about something stays theirs when a colleague takes that away, and says so. */
import { describe, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  expectFocusKept,
  focused,
  mount,
  pressKey,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Role, Stage } from '../../testing/index.ts';
import '../../goals/define.ts';
import '../../ideas/define.ts';
import '../../wall/define.ts';

const besides = ['Finn', 'Gül'];
let company: Stage;
/** Anna reads. Bram founded the group and is its steward. */
const begin = async (reader: Role): Promise<void> =>
  void (company = await stage(reader, { besides }));
beforeEach(() => begin('anna'));

const kept = page.getByRole('textbox', {
  name: 'You had written this; copy what you want to keep.',
  exact: true,
});
const here = () => ({ group: company.group, key: company.reader.newKey() });
const day = 24 * 60 * 60_000;

async function expectKept(widget: HTMLElement, words: string): Promise<void> {
  await expect.element(kept).toHaveValue(words);
  await expectFocusKept();
  expect(focused()).toBe(kept.element());
  await expectAccessible(widget);
}

const type = async (name: string, words: string): Promise<void> => {
  await expect.element(page.getByRole('textbox', { name }).first()).toBeVisible();
  (page.getByRole('textbox', { name }).first().element() as HTMLElement).focus();
  await userEvent.keyboard(words);
};

const wall = () =>
  mount('kantine-wall', {
    community: company.reader,
    group: company.group,
  }) as unknown as Promise<HTMLElement>;

describe('words about a message that its author deletes', () => {
  it.each([
    ['a report', 'anna', ['More', 'Report…'], 'A note (optional)'],
    [
      'a reason to hide it',
      'bram',
      ['More', 'Hide…'],
      'Why? At least three words, which readers see too',
    ],
  ] as const)('are kept: %s', async (_, reader, presses, name) => {
    await begin(reader);
    const { id, version } = await company.post('chika', 'Rye is out');
    const element = await wall();
    for (const press of presses) await pressKey(press);
    await type(name, 'This is not so');
    const target = { group: company.group, kind: 'post', id, version } as const;
    await company.as('chika').wall.remove({ ...target, reason: '' });
    await expectKept(element, 'This is not so');
    await expect.poll(() => shownText(element)).toContain('It is quiet here');
  });

  it('are kept: another wording of an own message, deleted in another tab', async () => {
    const { id, version } = await company.post('anna', 'Rye is out');
    const element = await wall();
    await pressKey('Edit');
    await type('Edit your message', ' of the oven');
    const target = { group: company.group, kind: 'post', id, version } as const;
    await company.as('anna').wall.remove({ ...target, reason: '' });
    await expectKept(element, 'Rye is out of the oven');
  });

  it('are kept: an answer to a comment, with the focus', async () => {
    const post = await company.post('bram', 'Who bakes?');
    const { group } = company;
    const comment = { group, post: post.id, text: 'I do', key: 'key-of-a-comment' };
    const { id, version } = await company.as('chika').wall.comment(comment);
    await wall();
    await expect.element(page.getByText('I do')).toBeVisible();
    (
      page.getByRole('button', { name: 'Reply', exact: true }).last().element() as HTMLElement
    ).focus();
    await userEvent.keyboard('{Enter}');
    await type('Reply to Chika Tanaka', 'Rye or wheat?');
    await company.as('chika').wall.remove({ group, kind: 'comment', id, version, reason: '' });
    await expect.element(page.getByText('I do')).not.toBeInTheDocument();
    await expectFocusKept();
    expect((focused() as HTMLTextAreaElement).value).toBe('Rye or wheat?');
    await userEvent.keyboard('!');
    expect((focused() as HTMLTextAreaElement).value).toContain('!');
    await pressKey('Cancel');
  });
});

describe('words for a few', () => {
  it('land in no field for all, where nobody had begun to type them', async () => {
    const { id, version } = await company.post('chika', 'Rye is out');
    const element = await wall();
    await pressKey('More');
    await pressKey('Report…');
    const note = page.getByRole('textbox', { name: 'A note (optional)' });
    await expect.element(note).toBeVisible();
    for (let stops = 0; stops < 6 && focused() !== note.element(); stops += 1) {
      await userEvent.tab();
    }
    expect(focused()).toBe(note.element());
    const target = { group: company.group, kind: 'post', id, version } as const;
    await company.as('chika').wall.remove({ ...target, reason: '' });
    await expect.poll(() => shownText(element)).toContain('It is quiet here');
    await expectFocusKept();
    await userEvent.keyboard('Unkind');
    await expect
      .element(page.getByRole('textbox', { name: 'Write to The bakery' }))
      .not.toHaveValue('Unkind');
  });

  it('stay in the field that somebody went on in, when what they sent before has arrived', async () => {
    await company.post('chika', 'Rye is out');
    const element = await wall();
    await pressKey('More');
    await pressKey('Report…');
    await expect.element(page.getByRole('radio').first()).toBeVisible();
    (page.getByRole('radio').first().element() as HTMLElement).click();
    const release = company.holdWrites();
    (page.getByRole('button', { name: 'Report', exact: true }).element() as HTMLElement).click();
    await type('Write to The bakery', 'I want to s');
    release();
    await expect.poll(() => shownText(element)).toContain('It was passed on');
    await expectFocusKept();
    await userEvent.keyboard('ay it');
    await expect
      .element(page.getByRole('textbox', { name: 'Write to The bakery' }))
      .toHaveValue('I want to say it');
  });
});

describe('words of a new post', () => {
  it('are kept where the group is archived meanwhile, and have the focus', async () => {
    await company.reader.groups.join({ group: company.group });
    const element = await wall();
    await type('Write to The bakery', 'Bread at ten');
    const { group } = company;
    await company.as('bram').stewards.archive({ ...here(), group, reason: 'We have all said it.' });
    await expect.element(kept).toHaveValue('Bread at ten');
    await expect.poll(() => focused() === kept.element()).toBe(true);
    await expectAccessible(element);
  });
});

describe('words about an idea that is taken back', () => {
  it('are kept: what becomes of it', async () => {
    await begin('bram');
    const { id: post } = await company
      .as('chika')
      .ideas.putForward({ ...here(), text: 'What if we baked rye?', unsure: false });
    const element = await mount('kantine-ideas', {
      community: company.reader,
      group: company.group,
    });
    await pressKey('Say what happens to it');
    (page.getByRole('radio', { name: 'Not now' }).element() as HTMLElement).click();
    await type('Why not now?', 'We try it in May');
    company.travel(1_000);
    await company.as('chika').ideas.withdraw({ ...here(), post, reason: '' });
    await expectKept(element, 'We try it in May');
  });
});

describe('words about a goal that has ended', () => {
  it('are kept: how it is going', async () => {
    await begin('bram');
    for (const person of ['anna', 'chika', 'dora'] as const)
      await company.as(person).groups.join({ group: company.group });
    for (const person of besides)
      await company.asOther(person).groups.join({ group: company.group });
    const { id: goal } = await company.as('bram').goals.set({
      ...here(),
      what: 'Questions get an answer',
      metric: 'answeredShare',
      days: 2,
      target: 75,
      until: Date.now() + 120 * day,
      owner: 'bram',
      why: 'New colleagues stop asking.',
    });
    const element = await mount('kantine-goals', {
      community: company.reader,
      group: company.group,
    });
    await expect.element(page.getByRole('article')).toBeVisible();
    await pressKey('Say how it is going');
    await type('How is it going? One sentence.', 'We answer on Fridays');
    company.travel(1_000);
    await company
      .as('bram')
      .goals.end({ ...here(), goal, reached: false, learned: 'Nobody asks anything on Fridays.' });
    await expectKept(element, 'We answer on Fridays');
  });
});
