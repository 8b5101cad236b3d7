import type { PostView } from '@kantine/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  focused,
  focusedName,
  mount,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Role, Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.ts';

let company: Stage;
let post: PostView;
let keys = 0;
beforeEach(async () => {
  company = await stage();
  post = await company.post('bram', 'Who bakes?');
});

afterEach(() => vi.restoreAllMocks());

const comment = (person: Role, text: string, parent?: string) =>
  company.as(person).wall.comment({
    group: company.group,
    post: post.id,
    text,
    key: `comment-${(keys += 1)}`,
    parent,
  });

/** A post lives on a wall, which loads and refreshes it. */
async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(page.getByText('Who bakes?')).toBeVisible();
  return wall;
}

const messages = page.getByRole('article');
/** The innermost one: a post holds its comments. */
const message = (text: string) => messages.filter({ hasText: text }).last();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const alert = page.getByRole('alert');
const field = page.getByRole('textbox').last();
const value = (): string => (field.element() as HTMLTextAreaElement).value;
const comments = async (): Promise<[string, string | undefined][]> =>
  (await company.as('bram').wall.thread({ group: company.group, post: post.id })).map(
    ({ text, parent }) => [text, parent],
  );

describe('post: accessible', () => {
  it('while somebody answers, and when that failed', async () => {
    await comment('chika', 'I do');
    const wall = await open();
    await userEvent.click(button('Reply').last());
    await expect
      .element(page.getByRole('textbox', { name: 'Reply to Chika Tanaka' }))
      .toBeVisible();
    await expectAccessible(wall);
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.fill(field, 'Me too');
    await userEvent.click(button('Comment'));
    await expect.element(alert).toBeVisible();
    await expectAccessible(wall);
  });

  it('with earlier comments to load, and when that failed', async () => {
    for (let number = 1; number <= 7; number += 1) await comment('chika', `Comment ${number}.`);
    const wall = await open();
    await expectAccessible(wall);
    company.faults.inject({ kind: 'offline', on: 'read' });
    await userEvent.click(button('Show 3 earlier comments'));
    await expect.element(alert).toBeVisible();
    await expectAccessible(wall);
  });
});

describe('post: answers', () => {
  it('offers no field under a post that nobody answered, until somebody wants to', async () => {
    await open();
    await expect.element(page.getByRole('textbox')).toHaveLength(1);
    await userEvent.click(button('Reply'));
    await expect.poll(focusedName).toBe('Reply to Bram Okafor');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('textbox')).toHaveLength(1);
    await expect.poll(focusedName).toBe('Reply');
  });

  it('offers no field either where the browser keeps no drafts', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('Storage is off', 'SecurityError');
    });
    await open();
    await expect.element(button('Reply')).toBeVisible();
    await expect.element(page.getByRole('textbox')).toHaveLength(1);
  });

  it('appear as on their way, then confirmed', async () => {
    const wall = await open();
    const release = company.holdWrites();
    await userEvent.click(button('Reply'));
    await userEvent.fill(field, 'I do');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(message('I do')).toMatchTextContent('Sending…');
    release();
    await expect.poll(() => shownText(wall)).not.toContain('Sending…');
    expect(await comments()).toEqual([['I do', undefined]]);
    // The field gives way to the button once the answer is there.
    await expect.element(button('Write a comment')).toBeVisible();
  });

  it('that failed are gone from the thread and still in the field', async () => {
    company.faults.inject({ kind: 'offline', on: 'write' });
    await open();
    await userEvent.click(button('Reply'));
    await userEvent.fill(field, 'I do');
    await userEvent.click(button('Comment'));
    await expect.element(alert).toBeVisible();
    await expect.element(messages).toHaveLength(1);
    expect(value()).toBe('I do');
  });

  it('to a reply join its thread', async () => {
    const first = await comment('chika', 'I do');
    await comment('bram', 'Thanks', first.id);
    await open();
    await userEvent.click(message('Thanks').getByRole('button', { name: 'Reply' }));
    await expect.poll(focusedName).toBe('Reply to Bram Okafor');
    await userEvent.fill(field, 'And I');
    await userEvent.click(button('Comment'));
    await expect.poll(comments).toContainEqual(['And I', first.id]);
    const replies = page.getByRole('list', { name: 'Replies' });
    await expect.poll(() => shownText(replies.element())).toContain('And I');
  });

  it('keep the field, and the focus in it, while new posts push theirs down', async () => {
    await open();
    await userEvent.click(button('Reply').last());
    await userEvent.fill(field, 'I do');
    const typing = field.element();
    for (const text of ['Soup at noon', 'Bread at one', 'Tea at two']) {
      await company.post('chika', text);
      await expect.element(page.getByText(text)).toBeVisible();
    }
    expect(focused()).toBe(typing);
    expect(value()).toBe('I do');
  });

  it('keep what is being typed while a colleague answers too', async () => {
    await open();
    await userEvent.click(button('Reply'));
    await userEvent.fill(field, 'I, perh');
    await comment('chika', 'I do');
    await expect.element(message('I do')).toBeVisible();
    expect(value()).toBe('I, perh');
    expect(focused()).toBe(field.element());
  });

  it('that are earlier are shown on request, and stay through a refresh', async () => {
    for (let number = 1; number <= 7; number += 1) {
      company.travel(1000);
      await comment('chika', `Comment ${number}.`);
    }
    const wall = await open();
    await expect.element(messages).toHaveLength(5);
    company.faults.inject({ kind: 'fail-once', on: 'read' });
    await userEvent.click(button('Show 3 earlier comments'));
    await userEvent.click(button('Try again'));
    await expect.element(messages).toHaveLength(8);
    await expect.poll(() => focused()?.getAttribute('aria-label')).toBe('Comments');
    company.travel(1000);
    await comment('chika', 'Comment 8.');
    await expect.element(messages).toHaveLength(9);
    expect(shownText(wall)).toMatch(/Comment 1\..*Comment 8\./s);
  });

  it('can be begun while earlier comments are on their way, which leave the focus in the field', async () => {
    for (let number = 1; number <= 7; number += 1) await comment('chika', `Comment ${number}.`);
    await open();
    await expect.element(messages).toHaveLength(5);
    const reply = button('Reply').first();
    const both = [button('Show 3 earlier comments'), reply].map((each) => each.element());
    for (const pressed of both) (pressed as HTMLElement).click();
    await expect.poll(focusedName).toBe('Reply to Bram Okafor');
    await expect.element(messages).toHaveLength(8);
    expect(focusedName()).toBe('Reply to Bram Okafor');
  });

  it('given up leave nothing behind in the next one', async () => {
    await comment('chika', 'I do');
    await open();
    await userEvent.click(message('I do').getByRole('button', { name: 'Reply' }));
    await userEvent.fill(field, 'Never mind');
    await userEvent.click(button('Cancel'));
    expect(value()).toBe('');
  });

  it('are written where they will stand, and each thread keeps its own draft', async () => {
    await comment('chika', 'I do');
    await comment('dora', 'So do I');
    await open();
    await userEvent.click(message('I do').getByRole('button', { name: 'Reply' }).first());
    await userEvent.fill(page.getByRole('textbox', { name: 'Reply to Chika Tanaka' }), 'Rye?');
    const thread = page.getByRole('listitem').filter({ hasText: 'I do' }).first();
    await expect.element(thread.getByRole('textbox')).toHaveValue('Rye?');
    await userEvent.click(message('So do I').getByRole('button', { name: 'Reply' }).first());
    await expect.element(page.getByRole('textbox', { name: /^Reply to Dorothea/ })).toHaveValue('');
  });

  it('keep their words when what they answer is deleted meanwhile', async () => {
    const { id, version } = await comment('chika', 'I do');
    await open();
    await userEvent.click(button('Reply').last());
    await userEvent.fill(field, 'Rye or wheat?');
    const target = { group: company.group, kind: 'comment', id, version } as const;
    await company.as('chika').wall.remove({ ...target, reason: '' });
    await expect.element(page.getByText('I do')).not.toBeInTheDocument();
    await expect.poll(value).toBe('Rye or wheat?');
  });

  it('keep their words, and the focus, when the post is deleted meanwhile, and say so', async () => {
    const wall = await open();
    await userEvent.click(button('Reply'));
    await userEvent.fill(field, 'I do, I think');
    const typing = field.element();
    const { id, version } = post;
    const target = { group: company.group, kind: 'post', id, version } as const;
    await company.as('bram').wall.remove({ ...target, reason: '' });
    await expect.element(page.getByText(/This post was deleted meanwhile/)).toBeVisible();
    expect(focused()).toBe(typing);
    expect(value()).toBe('I do, I think');
    await expectAccessible(wall);
    await userEvent.click(button('Cancel'));
    await expect.poll(() => shownText(wall)).toContain('It is quiet here');
  });

  it('are not offered under a post that was deleted', async () => {
    await comment('chika', 'I do');
    const { id, version } = post;
    const target = { group: company.group, kind: 'post', id, version } as const;
    await company.as('bram').wall.remove({ ...target, reason: '' });
    await mount('kantine-wall', { community: company.reader, group: company.group });
    await expect.element(page.getByText('I do')).toBeVisible();
    expect(button('Reply').query()).toBeNull();
    expect(button('Write a comment').query()).toBeNull();
  });
});
