/** Articles, as readers and writers meet them. In one file, since each test begins where the one before ended. */
import type { Written } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Blog } from './blog.ts';
import './define.ts';
import './define.pages.ts';
import './define.writing.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const open = (properties: Partial<Blog> = {}): Promise<Blog> =>
  mount('kantine-blog', { community: company.reader, group: company.group, ...properties });

const words = (fields: Partial<Written> = {}): Written => ({
  title: 'What the oven taught me',
  lead: 'Three loaves, one lesson.',
  text: '# Heat\n\nPatience is **all**.\n\n- one\n- two\n\n> A quote\n\n```\ncode\n```',
  cover: { colour: 'amber', icon: 'idea' },
  series: '',
  ...fields,
});
let count = 0;
const newKey = (): string => `key-of-an-article-${(count += 1)}`;
const publish = (fields: Partial<Written> & { at?: number } = {}, by: Role = 'bram') => {
  const { at, ...others } = fields;
  const input = { group: company.group, key: newKey(), ...words(others) };
  return company.as(by).blog.publish(at === undefined ? input : { ...input, at });
};

const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByRole('textbox', { name });
const heading = (name: string) => page.getByRole('heading', { name });
const exact = (name: string) => page.getByRole('button', { name, exact: true });

describe('a blog: accessible', () => {
  it('loading, empty, and without access', async () => {
    await expectAccessible(await mount('kantine-blog', { group: company.group }));
    const empty = await open();
    await expect.element(button('Write the first')).toBeVisible();
    await expectAccessible(empty);
    company.restrict('none');
    const refused = await open();
    await expect.element(page.getByRole('alert')).toMatchTextContent('You have no access to this');
    await expectAccessible(refused);
  });

  it('with articles, long words and a series', async () => {
    await publish({ title: 'Betriebsrestaurant'.repeat(5), series: 'Bread'.repeat(12) });
    await publish({ cover: { colour: 'violet', icon: 'chart' } });
    await company.reader.blog.subscribe({ writer: 'bram' });
    const element = await open();
    await expect.element(exact('What the oven taught me')).toBeVisible();
    await expectAccessible(element);
  });

  it('an article with its conversation, and a series', async () => {
    await publish({ title: 'One', series: 'Bread' });
    await publish({ title: 'Two', series: 'Bread' });
    const element = await open();
    await userEvent.click(exact('Two'));
    await expect.element(page.getByRole('region', { name: 'What colleagues say' })).toBeVisible();
    await expect.element(button('Like')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(button('All parts'));
    await expect.element(heading('Bread')).toBeVisible();
    await expectAccessible(element);
  });

  it('writing, with a time, refused, and one’s drafts', async () => {
    const element = await open();
    await userEvent.click(button('Write the first'));
    await userEvent.click(page.getByText('At a time'));
    await expect.element(page.getByText('Choose a day and a time.')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(page.getByText('At once'));
    await userEvent.click(exact('Publish'));
    await expect.element(page.getByRole('alert')).toMatchTextContent('What you wrote is kept.');
    await expectAccessible(element);
    await userEvent.fill(field('Title'), 'A title that is long enough');
    await userEvent.click(button('Keep as a draft'));
    await expect.element(heading('A title that is long enough')).toBeVisible();
    await expectAccessible(element);
  });
});

describe('an article', () => {
  it('is written, published and read with the keyboard', async () => {
    const element = await open();
    await expect.element(button('Write the first')).toBeVisible();
    (button('Write the first').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Title')).toBeVisible();
    await userEvent.click(field('Title'));
    await userEvent.keyboard('Why we prove twice{Tab}Because once is not enough.{Tab}');
    await userEvent.keyboard('## Dough{Enter}It rests.');
    (exact('Publish').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Why we prove twice')).toBeVisible();
    await expect.element(heading('Dough')).toBeVisible();
    expect(shownText(element)).toContain('1 minute to read');
    await expect.element(page.getByRole('region', { name: 'What colleagues say' })).toBeVisible();
    const { articles } = await company.as('bram').blog.read({ group: company.group });
    expect(articles.map(({ title }) => title)).toEqual(['Why we prove twice']);
    expect((await company.reader.blog.own()).drafts).toEqual([]);
  });

  it('shows headings, lists, quotes and code, and nothing of typed markup', async () => {
    await publish({
      title: '<b>Bold</b>',
      lead: '<script>alert(1)</script>',
      series: '<style>*{display:none}</style>',
      text: '# Heat\n\n<img src=x onerror=alert(1)>',
    });
    const element = await open();
    await expect.element(exact('<b>Bold</b>')).toBeVisible();
    expect(shownText(element)).toContain('<script>alert(1)</script>');
    expect(shownText(element)).toContain('<style>*{display:none}</style>');
    await userEvent.click(exact('<b>Bold</b>'));
    await expect.element(heading('Heat')).toBeVisible();
    expect(shownText(element)).toContain('<img src=x onerror=alert(1)>');
  });

  it('that is gone, or not for the reader, says the one sentence', async () => {
    const { id } = await publish();
    await open();
    await expect.element(exact('What the oven taught me')).toBeVisible();
    // The list hears of it, and takes the line away; who pressed it a moment before has it open.
    const line = exact('What the oven taught me').element() as HTMLElement;
    await company.as('bram').blog.remove({ group: company.group, id });
    line.click();
    await expect.element(page.getByText('This is not here, or you may not see it.')).toBeVisible();
    await userEvent.click(button('All articles'));
    await expect.element(heading('Articles')).toBeVisible();
  });

  it('is changed and taken away by its writer', async () => {
    await publish({}, 'anna');
    const element = await open();
    await userEvent.click(exact('What the oven taught me'));
    await userEvent.click(exact('Change'));
    await expect.element(field('Title')).toHaveValue('What the oven taught me');
    await userEvent.fill(field('Title'), 'What I know now');
    await userEvent.click(button('Save the change'));
    await expect.element(heading('What I know now')).toBeVisible();
    await userEvent.click(button('Remove…'));
    await userEvent.click(exact('Remove it'));
    await expect.poll(() => shownText(element)).toContain('No articles yet');
  });

  it('is one of a series, and its writer is subscribed to without anybody being told', async () => {
    await publish({ title: 'One', series: 'Bread' });
    await publish({ title: 'Two', series: 'Bread' });
    await publish({ title: 'Of Chika' }, 'chika');
    const element = await open();
    await userEvent.click(exact('One'));
    await expect.poll(() => shownText(element)).toContain('Part 1 of 2: Bread');
    await userEvent.click(button(/^Subscribe to Bram/));
    await expect.element(button(/^Subscribe to Bram/)).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(button('Next part'));
    await expect.poll(() => shownText(element)).toContain('Part 2 of 2: Bread');
    await userEvent.click(button('All articles'));
    await userEvent.click(exact('Subscribed'));
    await expect.element(exact('Two')).toBeVisible();
    await expect.element(exact('Of Chika')).not.toBeInTheDocument();
  });

  it('stands among those of all the reader’s groups on a front page', async () => {
    await publish();
    await company.reader.groups.join({ group: company.group });
    const element = await open({ group: undefined as never });
    await expect.element(exact('What the oven taught me')).toBeVisible();
    expect(shownText(element)).toContain('in The bakery');
  });

  it('is published from a front page in the group that its writer chooses', async () => {
    await company.reader.groups.join({ group: company.group });
    await open({ group: '' });
    await userEvent.click(button('Write the first'));
    await userEvent.fill(field('Title'), 'From the front page');
    await userEvent.fill(field('Text'), 'A text');
    await userEvent.selectOptions(page.getByRole('combobox'), 'The bakery');
    await userEvent.click(exact('Publish'));
    await expect.element(heading('From the front page').first()).toBeVisible();
    const { articles } = await company.as('bram').blog.read({ group: company.group });
    expect(articles.map(({ title }) => title)).toEqual(['From the front page']);
  });

  it('waits for its moment: its writer is told who could find it until then', async () => {
    company = await stage('anna', { supports: { holdsBack: false } });
    const element = await open();
    await userEvent.click(button('Write the first'));
    await userEvent.fill(field('Title'), 'Later');
    await userEvent.fill(field('Text'), 'A text');
    await userEvent.click(page.getByText('At a time'));
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await userEvent.fill(page.getByLabelText('Day and time'), tomorrow);
    await expect.poll(() => shownText(element)).toContain('already in the site');
    await userEvent.click(button('Publish at that time'));
    await expect.element(heading('Waiting to appear')).toBeVisible();
    expect((await company.as('bram').blog.read({ group: company.group })).articles).toEqual([]);
  });
});

describe('what is written', () => {
  it('is kept in this tab when nothing can be sent, through a reload too', async () => {
    const before = await open();
    await userEvent.click(button('Write the first'));
    await userEvent.fill(field('Title'), 'Not lost');
    await userEvent.fill(field('Text'), 'Not one of these words is ever lost.');
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(exact('Publish'));
    await expect.element(page.getByRole('alert')).toMatchTextContent('What you wrote is kept.');
    before.remove();
    company.faults.heal();
    await open();
    await userEvent.click(button('Write the first'));
    await expect.element(field('Title')).toHaveValue('Not lost');
    await expect.element(field('Text')).toHaveValue('Not one of these words is ever lost.');
    await userEvent.click(exact('Publish'));
    await expect.element(heading('Not lost')).toBeVisible();
  });

  it('is a draft on the reader’s other devices once they leave it, and is gone on with there', async () => {
    const element = await open();
    await userEvent.click(button('Write the first'));
    await userEvent.fill(field('Text'), 'Begun at the desk, ended on the phone.');
    await userEvent.click(button('All articles'));
    await expect.element(button('Your drafts')).toBeVisible();
    element.remove();
    sessionStorage.clear();
    await open();
    await userEvent.click(button('Your drafts'));
    await userEvent.click(button('Go on writing: Without a title'));
    await expect.element(field('Text')).toHaveValue('Begun at the desk, ended on the phone.');
  });

  it('is the reader’s alone, and what waits to appear is not promised to be', async () => {
    await company.reader.blog.saveDraft({ key: newKey(), ...words({ title: 'A draft' }) });
    await publish({ title: 'Tomorrow', at: Date.now() + 24 * 60 * 60_000 }, 'anna');
    await open();
    await userEvent.click(button('Your drafts'));
    const drafts = page.getByRole('region', { name: 'Your drafts' });
    const waiting = page.getByRole('region', { name: 'Waiting to appear' });
    const alone = 'Only you can read them, on all of your devices.';
    await expect.element(drafts).toMatchTextContent(alone);
    await expect.element(waiting).toMatchTextContent('Tomorrow');
    await expect.element(waiting).not.toMatchTextContent('Only you');
    await expect.element(drafts).not.toMatchTextContent('Tomorrow');
  });

  it('is looked at as it will be, and written on with the same button', async () => {
    await open();
    await userEvent.click(button('Write the first'));
    await userEvent.fill(field('Text'), 'It **rests**.');
    await userEvent.click(exact('Preview'));
    await expect.element(page.getByText('rests', { exact: true })).toBeVisible();
    await userEvent.click(exact('Go on writing'));
    await expect.element(field('Text')).toHaveValue('It **rests**.');
  });

  it('on two devices is shown in both versions, and its writer chooses', async () => {
    const key = newKey();
    await company.reader.blog.saveDraft({ key, ...words({ text: 'The first words of it.' }) });
    const element = await open();
    await userEvent.click(button('Your drafts'));
    await userEvent.click(button(/^Go on writing/));
    await expect.element(field('Text')).toHaveValue('The first words of it.');
    const { version } = await company.as('anna').blog.draft({ key });
    const phone = words({ text: 'Said on the phone.' });
    await company.as('anna').blog.saveDraft({ key, version, ...phone });
    await userEvent.fill(field('Text'), 'Said at the desk.');
    await userEvent.click(button('Keep as a draft'));
    await expect.element(button('Keep this one')).toBeVisible();
    await userEvent.click(page.getByText('What was written elsewhere', { exact: true }));
    expect(shownText(element)).toContain('Said on the phone.');
    await expect.element(field('Text')).toHaveValue('Said at the desk.');
    await expectAccessible(element);
    await userEvent.click(button('Keep this one'));
    await expect
      .poll(async () => (await company.as('anna').blog.draft({ key })).text)
      .toBe('Said at the desk.');
  });

  it('by two windows into one article is shown in both versions, too', async () => {
    const { id } = await publish({}, 'anna');
    const { group } = company;
    await open();
    await userEvent.click(exact('What the oven taught me'));
    await userEvent.click(exact('Change'));
    await expect.element(field('Title')).toHaveValue('What the oven taught me');
    const { version } = await company.as('anna').blog.one({ group, id });
    const other = words({ title: 'From the phone' });
    await company.as('anna').blog.change({ group, id, version, ...other });
    await userEvent.fill(field('Title'), 'From the desk');
    await userEvent.click(button('Save the change'));
    await userEvent.click(button('Use that one'));
    await expect.element(field('Title')).toHaveValue('From the phone');
  });
});
