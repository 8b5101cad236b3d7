import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { callsAfter, expectAccessible, focused, mount, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Feed } from './feed.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  localStorage.clear();
  company = await stage();
});

const open = (): Promise<Feed> => mount('kantine-feed', { community: company.reader });
const heading = (name: string) => page.getByRole('heading', { name });
const choice = page.getByRole('combobox', { name: 'Group' });
const joinFirst = page.getByText('Join a group, and what its members write is shown here.');
const join = page.getByRole('button', { name: 'Join: The bakery' });

async function joinBakery(): Promise<void> {
  await company.as('anna').groups.join({ group: company.group });
}

describe('feed: accessible', () => {
  it('while it loads', async () => {
    await expectAccessible(await mount('kantine-feed'));
  });

  it('without a group', async () => {
    const feed = await open();
    await expect.element(join).toBeVisible();
    await expectAccessible(feed);
  });

  it('with a wall', async () => {
    await joinBakery();
    const feed = await open();
    await expect.element(heading('The bakery')).toBeVisible();
    await expectAccessible(feed);
  });

  it('with the newest posts of several groups', async () => {
    await joinBakery();
    await company.as('anna').groups.create({ name: 'Running', purpose: '' });
    await company.post('bram', 'Bread is **out**');
    const feed = await open();
    await expect.element(page.getByText('Bread is out')).toBeVisible();
    await expectAccessible(feed);
  });

  it('when the groups cannot be read', async () => {
    company.faults.inject({ kind: 'offline', on: 'read' });
    const feed = await open();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(feed);
  });
});

describe('feed', () => {
  it('offers the groups to somebody who is in none, and shows the wall of one that is joined', async () => {
    await company.post('bram', 'Bread is out');
    await open();
    await expect.element(joinFirst).toBeVisible();
    await userEvent.click(join);
    await expect.element(page.getByText('Bread is out')).toBeVisible();
  });

  it('asks for no group after one is joined or started here', async () => {
    await open();
    await expect.element(join).toBeVisible();
    const calls = await callsAfter(
      company,
      () => userEvent.click(join),
      () => expect.element(heading('The bakery')).toBeVisible(),
    );
    expect(calls.filter((name) => name.startsWith('groups.'))).toEqual(['groups.join']);
  });

  it('asks once for the groups that were joined in another window, and for no others', async () => {
    const feed = await open();
    await expect.element(join).toBeVisible();
    const calls = await callsAfter(company, joinBakery, () =>
      expect.element(heading('The bakery')).toBeVisible(),
    );
    expect(calls.filter((name) => name === 'groups.own')).toHaveLength(1);
    company.calls();
    feed.remove();
    await open();
    await expect.element(heading('The bakery')).toBeVisible();
    expect(company.calls()).not.toContain('groups.browse');
  });

  it('shows the newest posts of more groups than one question names', async () => {
    for (let turn = 0; turn < 45; turn += 1) {
      if (turn % 10 === 0) company.travel(24 * 60 * 60_000);
      const name = `Club ${String(turn).padStart(2, '0')}`;
      const { id: group } = await company.as('anna').groups.create({ name, purpose: '' });
      const key = `key-of-a-post-${turn}`;
      if (turn % 44 === 0) await company.as('anna').wall.post({ group, text: `In ${name}`, key });
    }
    await open();
    await expect.element(page.getByText('In Club 00')).toBeVisible();
    await expect.element(page.getByText('In Club 44')).toBeVisible();
  });

  it('shows what is new in all groups together, and leads on to the wall of one', async () => {
    await joinBakery();
    await company.as('anna').groups.create({ name: 'Running', purpose: '' });
    await company.post('bram', 'Bread is out');
    await open();
    await expect.element(page.getByText('in The bakery')).toBeVisible();
    expect(heading('The bakery').query()).toBeNull();
    await userEvent.click(page.getByRole('button', { name: 'Read on: The bakery' }));
    await expect.element(heading('The bakery')).toBeVisible();
    await expect.poll(() => focused()).toBe(choice.element());
    await userEvent.selectOptions(choice, 'All your groups');
    await company.post('bram', 'Rolls, too');
    await expect.element(page.getByText('Rolls, too')).toBeVisible();
  });

  it('shows one wall at a time, and the last one chosen when it is opened again', async () => {
    await joinBakery();
    await company.as('anna').groups.create({ name: 'Running', purpose: '' });
    await open();
    await userEvent.selectOptions(choice, 'Running');
    await expect.element(heading('Running')).toBeVisible();
    await userEvent.selectOptions(choice, 'The bakery');
    await expect.element(heading('The bakery')).toBeVisible();
    await open();
    await expect.element(heading('The bakery')).toBeVisible();
  });

  it('K17: remembers what was chosen for each site of one origin apart', async () => {
    await joinBakery();
    const { id } = await company.as('anna').groups.create({ name: 'Choir', purpose: '' });
    const at = (site: string): Promise<Feed> =>
      mount('kantine-feed', { community: { ...company.reader, site } });
    await at('https://intranet.example/sites/one');
    await userEvent.selectOptions(choice, id);
    await expect.element(heading('Choir')).toBeVisible();
    await at('https://intranet.example/sites/two');
    await expect.element(choice).toHaveValue('');
    await at('https://intranet.example/sites/one');
    await expect.element(choice).toHaveValue(id);
  });
});
