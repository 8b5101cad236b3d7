/** Topics above a wall: chosen by everybody, kept by stewards, by the keyboard. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  focused,
  focusedName,
  mount,
  shownText,
  stage,
} from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Wall } from './wall.ts';
import './define.ts';

let company: Stage;

/** Bram founded the group. */
async function begin(reader: Role): Promise<void> {
  company = await stage(reader);
}
const topics = async () => {
  const read = await company.as('bram').wall.read({ group: company.group });
  return read.topics ?? [];
};
async function add(name: string): Promise<string> {
  const { group } = company;
  await company.as('bram').wall.addTopic({ group, name, key: company.reader.newKey() });
  company.travel(1000);
  return (await topics()).find((topic) => topic.name === name)?.id ?? '';
}
async function write(text: string, topic?: string, by: Role = 'chika'): Promise<string> {
  const about = topic === undefined ? {} : { topic };
  const input = { group: company.group, text, key: company.reader.newKey(), ...about };
  const { id } = await company.as(by).wall.post(input);
  company.travel(1000);
  return id;
}
async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(page.getByRole('article').first()).toBeVisible();
  return wall;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = async (name: string): Promise<void> => {
  await expect.element(button(name).first()).toBeVisible();
  (button(name).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};

describe('the topics of a group', () => {
  beforeEach(() => begin('anna'));

  it('leave each post one stop, under a topic as on the wall', async () => {
    const lunch = await add('Lunch');
    for (const soup of ['Leek soup', 'Pea soup']) await write(soup, lunch);
    await open();
    await press('Lunch');
    await expect.element(page.getByText('Pea soup')).toBeVisible();
    const stops: (string | undefined)[] = [];
    for (let stop = 0; stop < 6; stop += 1) {
      await userEvent.tab();
      stops.push(focused()?.localName);
    }
    expect(stops.filter((name) => name === 'kantine-post')).toHaveLength(2);
    const at = stops.indexOf('kantine-post');
    expect(stops.lastIndexOf('kantine-post')).toBe(at + 1);
  });

  it('keep a post that somebody answers while a steward moves it: nobody deleted it', async () => {
    const rye = await add('Rye');
    const wheat = await add('Wheat');
    const post = await write('Who bakes?', rye);
    const wall = await open();
    await press('Rye');
    await expect.element(page.getByText('Who bakes?')).toBeVisible();
    await press('Reply');
    const answer = page.getByRole('textbox', { name: 'Reply to Chika Tanaka' });
    await userEvent.fill(answer, 'I do');
    const { group, reader } = company;
    await company.as('bram').wall.moveToTopic({ group, post, topic: wheat });
    await expect.poll(() => shownText(wall)).toMatch(/Wheat[^]*Wheat/);
    expect(shownText(wall)).not.toContain('Deleted by its author');
    await userEvent.click(page.getByRole('button', { name: 'Comment', exact: true }));
    await expect.element(answer).not.toBeInTheDocument();
    const { posts } = await reader.wall.one({ group, post });
    expect(posts[0]?.comments.map(({ text }) => text)).toEqual(['I do']);
  });

  it('are accessible, and filter the wall by the keyboard', async () => {
    const lunch = await add('Lunch');
    await add('Tools');
    await write('Soup', lunch);
    await write('Anything');
    const wall = await open();
    await expect.element(button('All')).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(wall);
    await press('Lunch');
    await expect.element(page.getByText(/are under “All” only/)).toBeVisible();
    expect(shownText(wall)).toContain('Soup');
    expect(shownText(wall)).not.toContain('Anything');
    expect(focusedName()).toBe('Lunch');
    await expectAccessible(wall);
    await press('Tools');
    await expect.element(page.getByText(/Nothing under .?Tools.? yet\./)).toBeVisible();
    await expectAccessible(wall);
    await press('All');
    await expect.poll(() => shownText(wall)).toContain('Anything');
  });

  it('are not there where the group has none', async () => {
    await write('Anything');
    const wall = await open();
    expect(wall.shadowRoot?.querySelector('.topics')).toBeNull();
  });

  it('may be called like a word of the interface, each a name of its own', async () => {
    await add('All');
    await write('Anything');
    const wall = await open();
    await expect.poll(() => button('All').elements()).toHaveLength(2);
    const names = [...(wall.shadowRoot?.querySelectorAll('.topics bdi') ?? [])];
    expect(names.map(({ textContent }) => textContent)).toEqual(['All']);
  });

  it('are offered to who writes, and the post says its own', async () => {
    const lunch = await add('Lunch');
    await write('Anything');
    await open();
    const field = page.getByRole('textbox', { name: /^Write to/ });
    await userEvent.click(field);
    await expect.element(page.getByRole('combobox', { name: 'Topic' })).toBeVisible();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Topic' }), 'Lunch');
    await userEvent.fill(field, 'Soup');
    await press('Post');
    const post = page.getByRole('article', { name: /Anna de Vries/ });
    await expect.element(post.getByText('Lunch')).toBeVisible();
    await expect
      .poll(
        async () =>
          (await company.as('bram').wall.topic({ group: company.group, topic: lunch })).posts,
      )
      .toHaveLength(1);
  });

  it('keep no linked post away that is about something else', async () => {
    await add('Lunch');
    const other = await write('Anything');
    const wall = await open();
    await press('Lunch');
    await expect.element(page.getByText(/Nothing under .?Lunch.? yet\./)).toBeVisible();
    location.hash = `#post-${other}`;
    await expect.poll(() => shownText(wall)).toContain('Anything');
    location.hash = '';
  });

  it('of one’s own post are changed by the keyboard, and of others’ not', async () => {
    await add('Lunch');
    await write('Mine', undefined, 'anna');
    const wall = await open();
    await press('More');
    await press('Topic…');
    await userEvent.click(page.getByRole('radio', { name: 'Lunch' }));
    await expectAccessible(wall);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('article').getByText('Lunch')).toBeVisible();
    await expect.poll(focusedName).toBe('More');
  });

  it('are no member’s to keep', async () => {
    await add('Lunch');
    await write('Anything');
    const wall = await open();
    await press('More');
    await expect.element(button('Report…')).toBeVisible();
    expect(shownText(wall)).not.toContain('Topic…');
  });
});

describe('a steward', () => {
  beforeEach(() => begin('bram'));

  it('adds a topic, moves a post there and takes the topic away', async () => {
    await write('Soup');
    const wall = await open();
    await press('More');
    await press('Topic…');
    const name = page.getByRole('textbox', { name: 'A new topic, at most 24 characters' });
    await expect.element(name).toBeVisible();
    await expect.poll(() => focused()?.getAttribute('name')).toBe('name');
    await press('Add topic');
    await expect.element(page.getByText('Give it a name first.')).toBeVisible();
    await expectAccessible(wall);
    await userEvent.fill(name, 'Lunch');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Lunch')).toBeVisible();
    await userEvent.fill(name, 'lunch');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('There is a topic with this name already.')).toBeVisible();
    await userEvent.click(page.getByRole('radio', { name: 'Lunch' }));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('article').getByText('Lunch')).toBeVisible();
    await press('More');
    await press('Topic…');
    await press('Remove…: Lunch');
    await press('Remove');
    await expect.element(button('Lunch')).not.toBeInTheDocument();
    expect(await topics()).toEqual([]);
  });
});
