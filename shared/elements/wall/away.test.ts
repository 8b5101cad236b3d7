/** What a wall says to who comes back after two weeks. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../locale/locale.ts';
import { expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import '../catch-up/define.ts';
import type { Wall } from './wall.ts';
import './define.ts';

const day = 86_400_000;

let company: Stage;
/** What was written long ago has been read. */
beforeEach(async () => {
  company = await stage();
  company.travel(-20 * day);
  const { created } = await company.post('bram', 'Long ago');
  await company.as('anna').wall.markRead({ group: company.group, until: created });
  company.travel(20 * day);
});

afterEach(() => useLanguage('en'));

const write = async (posts: number): Promise<void> => {
  for (let turn = 0; turn < posts; turn += 1) await company.post('chika', `News ${turn}`);
};
const open = (): Promise<Wall> =>
  mount('kantine-wall', { community: company.reader, group: company.group });
const start = page.getByRole('button', { name: 'Start from today' });
const look = page.getByRole('button', { name: 'See what waits for you' });
const readUntil = async () =>
  (await company.as('anna').wall.read({ group: company.group })).readUntil ?? 0;

describe('a wall after two weeks', () => {
  it('says that a lot happened, and begins anew by the keyboard', async () => {
    await write(6);
    const wall = await open();
    await expect.element(start).toBeVisible();
    expect(shownText(wall)).toContain('A lot happened since ');
    expect(shownText(wall)).toContain('Already read');
    await expectAccessible(wall);
    await expect.element(look).not.toBeInTheDocument();
    (start.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => focused()?.textContent.trim())
      .toBe('Everything until today counts as read.');
    await expect.element(start).not.toBeInTheDocument();
    expect(shownText(wall)).not.toContain('Already read');
    const { posts } = await company.as('anna').wall.read({ group: company.group });
    expect(await readUntil()).toBe(posts[0]?.created);
    await expectAccessible(wall);
  });

  it.each([
    ['nl', 'Vanaf vandaag beginnen'],
    ['de', 'Ab heute beginnen'],
    ['fr', 'Reprendre à partir d’aujourd’hui'],
  ])('fits into 320 px in %s', async (language, name) => {
    await useLanguage(language);
    await write(6);
    const wall = await open();
    await expect.element(page.getByRole('button', { name })).toBeVisible();
    await expectAccessible(wall);
  });

  it('says nothing where little happened, nor to who was here last week', async () => {
    await write(4);
    const wall = await open();
    await expect.poll(() => shownText(wall)).toContain('News 3');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect.element(start).not.toBeInTheDocument();
    await company.as('anna').wall.markRead({ group: company.group, until: Date.now() - 7 * day });
    await write(6);
    const again = await open();
    await expect.poll(() => shownText(again)).toContain('Already read');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect.element(start).not.toBeInTheDocument();
  });

  it('says where that could not be kept, and tries again', async () => {
    await write(6);
    await open();
    await expect.element(start).toBeVisible();
    company.faults.inject({ kind: 'offline', on: 'write' });
    await userEvent.click(start);
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be reached');
    company.faults.heal();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(page.getByText('Everything until today counts as read.')).toBeVisible();
  });

  it('leads to where what waits will stand, while that is looked for', async () => {
    await write(6);
    const widget = document.createElement('kantine-catch-up');
    document.body.append(widget);
    try {
      await open();
      await userEvent.click(look);
      await expect.poll(() => document.activeElement).toBe(widget);
    } finally {
      widget.remove();
    }
  });

  it('leads to what waits where that stands on the page', async () => {
    await write(6);
    const widget = document.createElement('kantine-catch-up');
    Object.assign(widget, { community: company.reader });
    document.body.append(widget);
    try {
      await open();
      await expect.element(page.getByRole('heading', { name: /for you$|^For you/ })).toBeVisible();
      await userEvent.click(look);
      await expect.poll(() => focused()?.id).toBe('title');
    } finally {
      widget.remove();
    }
  });
});
