import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, focusedName, mount, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Conversation } from './conversation.ts';
import './define.conversation.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
  history.replaceState(null, '', location.pathname);
});

const open = (post: string, group = company.group): Promise<Conversation> =>
  mount('kantine-conversation', { community: company.reader, group, post });
const link = (group: string, post: string): void => {
  const address = new URL(location.href);
  address.searchParams.set('kantine', `${group}/${post}`);
  history.replaceState(null, '', address);
};
const wall = (group: string) => mount('kantine-wall', { community: company.reader, group });
const sentence = page.getByText('This is not here, or you may not see it.');

describe('conversation: accessible', () => {
  it('loading, shown, and where there is nothing', async () => {
    await expectAccessible(await mount('kantine-conversation', { group: 'any', post: 'any' }));
    const { id } = await company.post('bram', 'Soup of the day');
    const shown = await open(id);
    await expect.element(page.getByText('Soup of the day')).toBeVisible();
    await expectAccessible(shown);
    await expectAccessible(await open('never'));
    await expect.element(sentence).toBeVisible();
  });
});

describe('conversation: what a link names', () => {
  it('is answered where it stands', async () => {
    const { id } = await company.post('bram', 'Soup of the day');
    const { group } = company;
    await company.as('chika').wall.comment({ group, post: id, text: 'Leek', key: 'comment-1' });
    await open(id);
    await userEvent.click(page.getByRole('button', { name: 'Write a comment' }));
    await userEvent.fill(page.getByRole('textbox'), 'With bread');
    await userEvent.click(page.getByRole('button', { name: 'Comment', exact: true }));
    await expect.element(page.getByText('With bread')).toBeVisible();
    const { posts } = await company.as('bram').wall.one({ group, post: id });
    expect(posts[0]?.comments.map(({ text }) => text)).toEqual(['Leek', 'With bread']);
  });

  it('keeps the words, and the focus, of who answers it while it is deleted', async () => {
    const { id, version } = await company.post('bram', 'Soup of the day');
    const { group } = company;
    await open(id);
    await userEvent.click(page.getByRole('button', { name: 'Reply' }));
    const field = page.getByRole('textbox');
    await userEvent.fill(field, 'Leek, I hope');
    const message = { group, kind: 'post', id, version, reason: '' } as const;
    await company.as('bram').wall.remove(message);
    await expect.element(page.getByText(/This post was deleted meanwhile/)).toBeVisible();
    await expect.element(field).toHaveValue('Leek, I hope');
    expect(focused()).toBe(field.element());
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await expect.element(sentence).toBeVisible();
    await expect.poll(() => focused()?.localName).toBe('section');
  });

  it('is one stop, with Enter to go in and Escape to go out, as on a wall', async () => {
    const { id } = await company.post('bram', 'Soup of the day');
    const shown = await open(id);
    await expect.element(page.getByText('Soup of the day')).toBeVisible();
    shown.focus();
    await expect
      .poll(async () => {
        await userEvent.tab();
        return focused()?.localName;
      })
      .toBe('kantine-post');
    await expectAccessible(shown);
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedName).toBe('Bram Okafor');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused()?.localName).toBe('kantine-post');
  });

  it('stands above the wall where it is of another group, until it is closed', async () => {
    const other = await company.as('bram').groups.create({ name: 'Choir', purpose: '' });
    const far = await company
      .as('bram')
      .wall.post({ group: other.id, text: 'Sing along', key: 'far-away-1' });
    link(other.id, far.id);
    const shown = await wall(company.group);
    await expect.element(page.getByRole('heading', { name: 'A post in Choir' })).toBeVisible();
    await expect.element(page.getByText('Sing along')).toBeVisible();
    await expect.poll(focusedName).toBe('The post of the link');
    await expectAccessible(shown);
    await userEvent.click(page.getByRole('button', { name: 'Close' }));
    expect(page.getByText('Sing along').query()).toBeNull();
  });

  it('is shown by one wall of a page', async () => {
    const other = await company.as('bram').groups.create({ name: 'Choir', purpose: '' });
    const far = await company
      .as('bram')
      .wall.post({ group: other.id, text: 'Sing along', key: 'far-away-1' });
    link(other.id, far.id);
    const first = await wall(company.group);
    const second = document.createElement('kantine-wall');
    Object.assign(second, { community: company.reader, group: company.group });
    first.after(second);
    await expect.element(page.getByText('Sing along')).toBeVisible();
    expect(page.getByText('Sing along').elements()).toHaveLength(1);
  });

  it('that is gone, or not for the reader, is told in one sentence', async () => {
    await company.post('bram', 'Soup of the day');
    link(company.group, 'never');
    await wall(company.group);
    await expect.element(sentence).toBeVisible();
  });
});
