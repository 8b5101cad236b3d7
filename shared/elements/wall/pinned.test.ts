/** Pinned posts above a wall: read by everybody, pinned by stewards, by the keyboard. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focusedName, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { Wall } from './wall.ts';
import './define.ts';

let company: Stage;
let post: string;

/** Bram founded the group; Chika wrote the post. */
async function begin(reader: Role): Promise<void> {
  company = await stage(reader);
  post = (await company.post('chika', 'Where we eat')).id;
  company.travel(60_000);
}
const pin = (which = post) =>
  company.as('bram').wall.pin({ group: company.group, post: which, pinned: true });
const pinned = async () =>
  (await company.as('anna').wall.read({ group: company.group })).pins?.map((each) => each.post) ??
  [];

async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(page.getByRole('article').first()).toBeVisible();
  return wall;
}
const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const line = () => button(/Pinned by/);
const lines = (): readonly string[] =>
  line()
    .elements()
    .map((element) => element.textContent.replace(/\s+/g, ' ').trim());
const press = async (name: string | RegExp): Promise<void> => {
  await expect.element(button(name).first()).toBeVisible();
  (button(name).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};

describe('a pinned post', () => {
  beforeEach(() => begin('anna'));

  it('is accessible, folded and open', async () => {
    await pin();
    const wall = await open();
    await expect.element(line()).toBeVisible();
    await expectAccessible(wall);
    await press(/Pinned by/);
    await expect.element(page.getByRole('region', { name: 'Pinned post' })).toBeVisible();
    await expectAccessible(wall);
  });

  it('stands above the wall in one line: its author, its words, who pinned it and until when', async () => {
    await pin();
    await open();
    await expect.element(line()).toBeVisible();
    const until = new Date(Date.now() + 60_000 + 30 * 24 * 60 * 60_000);
    const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' }).format(until);
    const [said] = lines();
    expect(said).toContain('Chika Tanaka Where we eat');
    expect(said).toMatch(/Pinned by \W?Bram Okafor\W? until/);
    expect(said?.endsWith(day)).toBe(true);
  });

  it('opens below its line by the keyboard, and closes again', async () => {
    await pin();
    await open();
    await press(/Pinned by/);
    const opened = page.getByRole('region', { name: 'Pinned post' });
    await expect.element(opened.getByText('Where we eat')).toBeVisible();
    await expect.element(line()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(opened).not.toBeInTheDocument();
  });

  it('appears and goes while one reads', async () => {
    const wall = await open();
    expect(wall.shadowRoot?.querySelector('.pins')).toBeNull();
    await pin();
    await expect.element(line()).toBeVisible();
    await company.as('bram').wall.pin({ group: company.group, post, pinned: false });
    await expect.element(line()).not.toBeInTheDocument();
  });

  it('keeps a name from moving the words around it', async () => {
    const right = await company.post('chika', '‮reversed');
    await pin(right.id);
    const wall = await open();
    await expect.element(line()).toBeVisible();
    const isolated = [...(wall.shadowRoot?.querySelectorAll('.pin bdi') ?? [])];
    expect(isolated.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Chika Tanaka', 'Bram Okafor']),
    );
  });

  it('is not a member’s to pin', async () => {
    await pin();
    const wall = await open();
    await press('More');
    await expect.element(button('Report…')).toBeVisible();
    expect(shownText(wall)).not.toContain('Pin above the wall');
    expect(shownText(wall)).not.toContain('Unpin');
  });
});

describe('a steward', () => {
  beforeEach(() => begin('bram'));

  it('pins and unpins a post by the keyboard', async () => {
    const wall = await open();
    await press('More');
    await press('Pin above the wall');
    await expect.poll(() => shownText(wall)).toContain('It is pinned above the wall until');
    await expect.element(line()).toBeVisible();
    await expectAccessible(wall);
    expect(await pinned()).toEqual([post]);
    await press('Close');
    await expect.poll(focusedName).toBe('More');
    await press('More');
    await expect.element(button('Pin for 30 more days')).toBeVisible();
    await press('Unpin');
    await expect.element(page.getByText('It is no longer pinned above the wall.')).toBeVisible();
    await expect.element(line()).not.toBeInTheDocument();
    expect(await pinned()).toEqual([]);
  });

  it('sees it at once, and no more with the reason where it was refused', async () => {
    const wall = await open();
    await press('More');
    await expect.element(button('Pin above the wall')).toBeVisible();
    const release = company.holdWrites();
    await press('Pin above the wall');
    await expect.element(line()).toBeVisible();
    company.restrict('read');
    release();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(line()).not.toBeInTheDocument();
    expect(shownText(wall)).toContain('Try again');
    expect(await pinned()).toEqual([]);
  });

  it('sees the three that were pinned last', async () => {
    const posts = [post];
    for (const text of ['Two', 'Three', 'Four']) {
      posts.push((await company.post('chika', text)).id);
      company.travel(1000);
    }
    await open();
    for (const which of posts) {
      company.travel(1000);
      await pin(which);
    }
    await expect.poll(() => lines().length).toBe(3);
    expect(lines().map((said) => /Tanaka (\w+)/.exec(said)?.[1])).toEqual(['Four', 'Three', 'Two']);
  });
});
