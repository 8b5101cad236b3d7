import { mentionToken } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  focused,
  mount,
  settled,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { Composer } from './composer.ts';
import type { Send } from './sending.ts';
import './define.ts';

let company: Stage;
let sent: string[];
beforeEach(async () => {
  company = await stage();
  await company.as('chika').groups.join({ group: company.group });
  sent = [];
});

const send: Send = (text) => {
  sent.push(text);
  return Promise.resolve();
};
const compose = (properties: Partial<Composer> = {}): Promise<Composer> =>
  mount('kantine-composer', {
    community: company.reader,
    label: 'Write to the bakery',
    submitLabel: 'Post',
    group: company.group,
    send,
    ...properties,
  });

const field = page.getByRole('textbox', { name: 'Write to the bakery' });
const list = page.getByRole('listbox', { name: 'Colleagues' });
const options = page.getByRole('option');
const invite = page.getByRole('button', { name: /^Invite / });
const value = (): string => (field.element() as HTMLTextAreaElement).value;

/** The option that the keys are on. */
const active = (element: Composer): string | undefined => {
  const id = field.element().getAttribute('aria-activedescendant') ?? '';
  return element.shadowRoot?.getElementById(id)?.textContent.trim();
};

describe('mentioning: accessible', () => {
  it('with the list open, and with somebody who cannot read it', async () => {
    const { id: board } = await company
      .as('anna')
      .groups.create({ name: 'Board', purpose: '', access: 'closed' });
    const element = await compose({ group: board });
    await userEvent.click(field);
    await userEvent.keyboard('@b');
    await expect.element(options.filter({ hasText: 'Bram Okafor' })).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(options.filter({ hasText: 'Bram Okafor' }));
    await expect.poll(() => shownText(element)).toContain('will not be told');
    await expectAccessible(element);
  });
});

describe('mentioning', () => {
  it('fetches nothing and asks for nobody before somebody types an @', async () => {
    await compose();
    await userEvent.fill(field, 'Hello');
    // The face of whoever writes.
    expect(company.calls()).toEqual(['people.me']);
    expect(field.element().hasAttribute('aria-autocomplete')).toBe(false);
  });

  it('offers members first, by keyboard, and sends a token for the one who is chosen', async () => {
    const element = await compose();
    await userEvent.click(field);
    await userEvent.keyboard('Ask @');
    await expect.element(list).toBeVisible();
    await expect.element(options).toHaveLength(3);
    await userEvent.keyboard('b');
    await expect.poll(() => options.elements().length).toBeGreaterThan(1);
    expect(active(element)).toContain('Bram Okafor');
    await userEvent.keyboard('{ArrowDown}');
    expect(active(element)).not.toContain('Bram Okafor');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.poll(value).toBe('Ask @Bram Okafor ');
    expect(focused()).toBe(field.element());
    await expect.element(list).not.toBeInTheDocument();
    await userEvent.keyboard('now{Control>}{Enter}{/Control}');
    await expect.poll(() => sent).toEqual([`Ask ${mentionToken('bram')} now`]);
  });

  it('finds colleagues who are no members of an open group, and tells of nobody that they cannot read', async () => {
    const element = await compose();
    await userEvent.click(field);
    await userEvent.keyboard('@doro');
    await userEvent.click(options.filter({ hasText: 'Dorothea' }));
    await expect.poll(value).toMatch(/^@Dorothea/);
    expect(shownText(element)).not.toContain('cannot read');
    await userEvent.click(page.getByRole('button', { name: 'Post' }));
    await expect.poll(() => sent).toEqual([`${mentionToken('dora')} `]);
  });

  it('says who cannot read a closed group, as long as they are mentioned', async () => {
    const key = 'key-of-the-board';
    const { id: board } = await company
      .as('anna')
      .groups.create({ name: 'Board', purpose: '', access: 'secret', key });
    const element = await compose({ group: board });
    await userEvent.click(field);
    await userEvent.keyboard('@chi');
    await expect.element(options).toMatchTextContent('cannot read this group');
    await userEvent.keyboard('{Enter}');
    const said = () => shownText(element).replaceAll(/[\u2068\u2069]/g, '');
    await expect.poll(said).toContain('Chika Tanaka cannot read this group and will not be told.');
    await userEvent.fill(field, 'Nobody');
    await expect.poll(said).not.toContain('will not be told');
  });

  it('lets in whom one mentions, by keyboard, where the writer is a steward', async () => {
    const closed = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id: board } = await company.as('anna').groups.create(closed);
    const element = await compose({ group: board });
    const said = () => shownText(element).replaceAll(/[\u2068\u2069]/g, '');
    await userEvent.click(field);
    await userEvent.keyboard('@chi');
    await expect.element(options).toMatchTextContent('cannot read this group');
    await userEvent.keyboard('{Enter}');
    await expect.element(invite).toBeVisible();
    await expectAccessible(element);
    await userEvent.tab();
    expect(focused()).toBe(invite.element());
    await userEvent.keyboard('{Enter}');
    await expect.poll(said).toContain('Chika Tanaka was let in, and will be told.');
    expect(said()).not.toContain('cannot read');
    await expect.element(invite).not.toBeInTheDocument();
    await expect.poll(() => focused()).toBe(field.element());
    const members = await company.as('chika').groups.members({ group: board });
    expect(members.map(({ person }) => person.id).toSorted()).toEqual(['anna', 'chika']);
    await expectAccessible(element);
  });

  it('offers nobody who is no steward to let somebody in', async () => {
    const closed = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id: board } = await company.as('bram').groups.create(closed);
    await company.as('bram').groups.admit({ group: board, person: 'anna', role: 'member' });
    const element = await compose({ group: board });
    await userEvent.click(field);
    await userEvent.keyboard('@chi');
    await expect.element(options).toMatchTextContent('cannot read this group');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownText(element)).toContain('will not be told');
    await expect.poll(() => company.calls()).toContain('stewards.read');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect.element(invite).not.toBeInTheDocument();
  });

  it('offers everybody in the group last, says how many that tells, and sends one token', async () => {
    const element = await compose();
    await userEvent.click(field);
    await userEvent.keyboard('@everyone');
    await expect.element(options).toMatchTextContent('tells 2 people');
    await expectAccessible(element);
    await userEvent.keyboard('{Enter}');
    await expect.poll(value).toBe('@everyone in this group ');
    await expect.element(list).not.toBeInTheDocument();
    await userEvent.keyboard('soup{Control>}{Enter}{/Control}');
    await expect.poll(() => sent).toEqual(['@[*] soup']);
    const initial = 'Soup, @[*]!';
    await compose({ initial });
    expect(value()).toBe('Soup, @everyone in this group!');
    await userEvent.click(page.getByRole('button', { name: 'Post' }));
    await expect.poll(() => sent.at(-1)).toBe(initial);
  });

  it('offers everybody to nobody who may not tell them', async () => {
    const other = await stage();
    const own = { name: 'Alone', purpose: '' };
    const { id: group } = await other.reader.groups.create(own);
    await compose({ community: other.reader, group });
    await userEvent.click(field);
    await userEvent.keyboard('@');
    await expect.poll(() => other.calls()).toContain('catchUp.everybody');
    await userEvent.keyboard('everyone');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect.element(list).not.toBeInTheDocument();
  });

  it('closes with Escape and keeps the text, and opens again as somebody types on', async () => {
    await compose({ cancellable: true });
    await userEvent.click(field);
    await userEvent.keyboard('@b');
    await expect.element(list).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(list).not.toBeInTheDocument();
    expect(value()).toBe('@b');
    await userEvent.keyboard('r');
    await expect.element(list).toBeVisible();
    await userEvent.tab({ shift: true });
    await expect.element(list).not.toBeInTheDocument();
    expect(value()).toBe('@br');
  });

  it.each(['me@b', '@nobody at all', 'x @@b'])('offers nobody in %j', async (typed) => {
    await compose();
    await userEvent.click(field);
    await userEvent.keyboard(typed);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect.element(list).not.toBeInTheDocument();
  });

  it('never offers who left, nor a guest', async () => {
    await compose();
    await userEvent.click(field);
    await userEvent.keyboard('@emil');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect.element(list).not.toBeInTheDocument();
  });

  it('chooses with Enter, pressed before the answer comes, the only one whom it finds', async () => {
    await compose();
    const release = company.holdSearches();
    await userEvent.click(field);
    await userEvent.keyboard('@dorothea');
    // What offers colleagues is fetched with the first @.
    await expect.element(field).toHaveAttribute('aria-autocomplete');
    await userEvent.keyboard('{Enter}');
    expect(value()).toBe('@dorothea');
    release();
    await expect.poll(value).toMatch(/^@Dorothea .+ $/u);
  });

  it('keeps the keys on a colleague while others are found', async () => {
    await company.as('dora').groups.join({ group: company.group });
    const element = await compose();
    const release = company.holdSearches();
    await userEvent.click(field);
    await userEvent.keyboard('@o');
    await expect.element(options).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}');
    const chosen = active(element);
    await new Promise((resolve) => setTimeout(resolve, 400));
    release();
    await settled();
    expect(active(element)).toBe(chosen);
  });

  it.each([
    ['nobody is found', '@nobody at all{Enter}', '@nobody at all\n'],
    ['somebody types on', '@dorothea{Enter}is away', '@dorothea\nis away'],
    ['Enter is pressed again', '@dorothea{Enter}{Enter}', '@dorothea\n\n'],
  ])('breaks the line with Enter where %s', async (_, typed, text) => {
    await compose();
    const release = company.holdSearches();
    await userEvent.click(field);
    await userEvent.keyboard(typed);
    release();
    await expect.poll(value).toBe(text);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(value()).toBe(text);
  });

  it('leaves the keys of an input method alone', async () => {
    await compose();
    await userEvent.click(field);
    await userEvent.keyboard('@b');
    await expect.element(list).toBeVisible();
    const composing = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    expect(field.element().dispatchEvent(composing)).toBe(true);
    expect(value()).toBe('@b');
  });

  it('sends a text all the same where the directory is out of reach', async () => {
    await compose();
    company.faults.inject({ kind: 'offline', on: 'directory' });
    await userEvent.click(field);
    await userEvent.keyboard('@zoe is on leave');
    await userEvent.click(page.getByRole('button', { name: 'Post' }));
    await expect.poll(() => sent).toEqual(['@zoe is on leave']);
  });

  it('shows names where a message is edited, keeps those whom it mentions, through a reload too', async () => {
    const draftName = 'edit of a post';
    const mentions = [{ id: 'bram', name: 'Bram Okafor', active: true }];
    const initial = `Ask ${mentionToken('bram')}`;
    const before = await compose({ initial, mentions, draftName });
    expect(value()).toBe('Ask @Bram Okafor');
    await userEvent.click(field);
    await userEvent.keyboard('{End}!');
    before.remove();
    await compose({ initial, mentions, draftName });
    expect(value()).toBe('Ask @Bram Okafor!');
    await userEvent.click(page.getByRole('button', { name: 'Post' }));
    await expect.poll(() => sent).toEqual([`${initial}!`]);
  });
});
