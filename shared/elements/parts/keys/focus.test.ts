/** Where the focus goes when what had it is done with: never to the page. */
import type { PostView } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focused, focusedName, mount, settled, shownText, stage } from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../kudos/define.ts';
import '../../wall/define.ts';

let company: Stage;
let wall: Wall;
let own: PostView;
beforeEach(async () => {
  company = await stage();
  const { group } = company;
  company.travel(60_000);
  await company.post('bram', 'Older bread');
  company.travel(60_000);
  own = await company.post('anna', 'My bread');
  company.travel(60_000);
  const { id } = await company.post('bram', 'Newest bread');
  const on = { group, post: id };
  await company
    .as('anna')
    .wall.comment({ ...on, text: 'My comment', key: company.reader.newKey() });
  wall = await mount('kantine-wall', { community: company.reader, group });
  await expect.element(page.getByText('Older bread')).toBeVisible();
  await settled();
});

const press = (keys: string) => userEvent.keyboard(keys);
const article = (text: string) => page.getByRole('article').filter({ hasText: text }).last();
const within = (text: string, name: string) =>
  article(text).getByRole('button', { name, exact: true }).first();
const field = page.getByRole('textbox').last();

/** Presses a button with the keyboard. */
async function enter(text: string, name: string): Promise<void> {
  (within(text, name).element() as HTMLElement).focus();
  await press('{Enter}');
}

const isOnPage = (): boolean => focused() === document.body;

describe('focus: is never lost', () => {
  it('after one’s own post, which nobody answered, is deleted: on the next one', async () => {
    await enter('My bread', 'Delete');
    await expect.poll(() => focused()?.localName).toBe('input');
    await press('{Enter}');
    await expect.element(page.getByText('My bread')).not.toBeInTheDocument();
    await expect.poll(() => focused()?.localName).toBe('kantine-post');
    expect(shownText(focused() as Element)).toContain('Older bread');
  });

  it('after the last post is deleted: on the field for a new one', async () => {
    const { group } = company;
    const { posts } = await company.as('bram').wall.read({ group });
    for (const { id, version, author } of posts) {
      if (author.id !== 'bram') continue;
      const message = { group, kind: 'post', id, version, reason: '' } as const;
      await company.as('bram').wall.remove(message);
    }
    await expect.element(page.getByText('Older bread')).not.toBeInTheDocument();
    const { comments } = (await company.as('anna').wall.read({ group })).posts[0] ?? {};
    for (const { id, version } of comments ?? []) {
      const message = { group, kind: 'comment', id, version, reason: '' } as const;
      await company.as('anna').wall.remove(message);
    }
    await enter('My bread', 'Delete');
    await expect.poll(() => focused()?.localName).toBe('input');
    await press('{Enter}');
    await expect.element(page.getByText('My bread')).not.toBeInTheDocument();
    await expect.poll(isOnPage).toBe(false);
  });

  it('after one’s own comment is deleted: on its post', async () => {
    await enter('My comment', 'Delete');
    await expect.poll(() => focused()?.localName).toBe('input');
    await press('{Enter}');
    await expect.element(page.getByText('My comment')).not.toBeInTheDocument();
    await expect.poll(isOnPage).toBe(false);
    expect(focused()?.localName).toBe('kantine-post');
  });

  it('after a colleague deletes the post that the reader is in', async () => {
    (within('Newest bread', 'Like').element() as HTMLElement).focus();
    const { group } = company;
    await press('{ArrowRight}');
    const older = (await company.as('bram').wall.read({ group })).posts.at(-1);
    (within('Older bread', 'Reply').element() as HTMLElement).focus();
    await press('{Shift}');
    const target = { group, kind: 'post', id: older?.id ?? '', version: older?.version ?? '' };
    await company.as('bram').wall.remove({ ...target, kind: 'post', reason: '' });
    await expect.element(page.getByText('Older bread')).not.toBeInTheDocument();
    await expect.poll(isOnPage).toBe(false);
  });

  it('after an edit is saved, and after one is left', async () => {
    await enter('My bread', 'Edit');
    await expect.poll(() => focused()?.localName).toBe('textarea');
    const post = wall.renderRoot.querySelector(`#post-${own.id}`) as Element;
    await expect.poll(() => shownText(post)).not.toContain('Reply');
    expect(shownText(post)).not.toContain('Delete');
    await press('{Escape}');
    await expect.poll(focusedName).toBe('Edit');
    await press('{Enter}');
    await expect.poll(() => focused()?.localName).toBe('textarea');
    await press(' is done{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('My bread is done')).toBeVisible();
    await expect.poll(focusedName).toBe('Edit');
  });
});

describe('focus: Escape', () => {
  it('leaves an edit with a change to it as it is', async () => {
    await enter('My bread', 'Edit');
    await expect.poll(() => focused()?.localName).toBe('textarea');
    await press(' is done{Escape}');
    await expect.element(field).toHaveValue('My bread is done');
    expect(isOnPage()).toBe(false);
    const { posts } = await company.reader.wall.one({ group: company.group, post: own.id });
    expect(posts.map(({ text }) => text)).toEqual(['My bread']);
  });

  it('leaves an empty answer, and keeps one that was begun', async () => {
    await enter('Older bread', 'Reply');
    await expect.poll(focusedName).toBe('Reply to Bram Okafor');
    await press('{Escape}');
    await expect.poll(focusedName).toBe('Reply');
    await press('{Enter}');
    await expect.poll(focusedName).toBe('Reply to Bram Okafor');
    await press('Rye?{Escape}');
    await expect.element(page.getByRole('textbox', { name: /^Reply to Bram/ })).toHaveValue('Rye?');
    expect(isOnPage()).toBe(false);
  });

  it('leaves the empty field for a new post to where one came from', async () => {
    const join = page.getByRole('button', { name: 'Join group' }).element() as HTMLElement;
    join.focus();
    await userEvent.tab();
    await expect.poll(() => wall.renderRoot.querySelector('kantine-composer')).not.toBeNull();
    await expect.poll(focusedName).toBe('Write to The bakery');
    join.focus();
    // Past who reads it.
    await userEvent.tab();
    await userEvent.tab();
    await expect.poll(focusedName).toBe('Write to The bakery');
    await press('{Escape}');
    await expect.poll(focusedName).toBe('Join group');
  });
});

it('keys: Post, pressed on an empty field, leads into it, and nothing is red', async () => {
  await userEvent.click(page.getByRole('textbox', { name: 'Write to The bakery' }));
  await userEvent.click(page.getByRole('button', { name: 'Post', exact: true }));
  await expect.poll(focusedName).toBe('Write to The bakery');
  expect(page.getByRole('alert').query()).toBeNull();
  expect(focused()?.hasAttribute('aria-invalid')).toBe(false);
});

it('keys: from the head of a page with ten posts to the thanks below are at most 15 stops', async () => {
  for (let number = 1; number <= 7; number += 1) await company.post('bram', `Post ${number}`);
  await expect.element(page.getByText('Post 7')).toBeVisible();
  const kudos = document.createElement('kantine-kudos');
  Object.assign(kudos, { community: company.reader });
  wall.after(kudos);
  await expect.element(page.getByRole('button', { name: 'Thank a colleague' })).toBeVisible();
  await userEvent.click(page.getByRole('heading', { name: 'The bakery' }));
  const stops: string[] = [];
  while (stops.at(-1) !== 'Thank a colleague' && stops.length < 40) {
    await userEvent.tab();
    stops.push(focusedName());
  }
  expect(stops.length, stops.join(', ')).toBeLessThanOrEqual(15);
});
