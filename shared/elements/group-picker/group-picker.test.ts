import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { callsAfter, expectAccessible, mount, stage } from '../testing/index.ts';
import './define.ts';
import type { GroupPicker } from './group-picker.ts';

const select = () => page.getByRole('combobox', { name: 'Group' });
const nameField = () => page.getByRole('textbox', { name: 'Name of the new group' });

const changeOf = (element: GroupPicker): Promise<string> =>
  new Promise((resolve) =>
    element.addEventListener('kantine-change', (event) =>
      resolve((event as CustomEvent<string>).detail),
    ),
  );

describe('choosing a group', () => {
  it('is accessible while loading, with groups, while starting one, and after an error', async () => {
    await expectAccessible(await mount('kantine-group-picker'));
    const { reader, faults } = await stage();
    const element = await mount('kantine-group-picker', { community: reader });
    await expect.element(select()).toBeVisible();
    await expectAccessible(element);
    await page.getByRole('button', { name: 'Start a new group' }).click();
    await nameField().fill('The bakery');
    await page.getByRole('button', { name: 'Start group' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(element);
    faults.inject({ kind: 'offline', on: 'read' });
    const failed = await mount('kantine-group-picker', { community: reader });
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
    faults.heal();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(select()).toBeVisible();
  });

  it('offers the groups of the community and tells which was chosen', async () => {
    const { reader, group } = await stage();
    const element = await mount('kantine-group-picker', { community: reader });
    const change = changeOf(element);
    await userEvent.selectOptions(select(), 'The bakery');
    expect(await change).toBe(group);
    expect(element.value).toBe(group);
  });

  it('offers groups of other spaces too, on a page in one', async () => {
    const { reader, as } = await stage('anna', { isHere: () => false });
    await as('bram').groups.create({ name: 'Choir', purpose: '' });
    await mount('kantine-group-picker', { community: reader });
    await expect.element(select()).toBeVisible();
    const names = [...(select().element() as HTMLSelectElement).options].map(({ text }) => text);
    expect(names).toEqual(['Choose a group…', 'Choir', 'The bakery']);
  });

  it('starts a group and chooses it', async () => {
    const { reader, as } = await stage();
    const element = await mount('kantine-group-picker', { community: reader });
    const change = changeOf(element);
    await page.getByRole('button', { name: 'Start a new group' }).click();
    await nameField().fill('Lunch club');
    await userEvent.keyboard('{Enter}');
    const id = await change;
    expect(await as('bram').groups.read({ group: id })).toMatchObject({ name: 'Lunch club' });
    await expect.element(select()).toHaveValue(id);
  });

  it('shows the group that was started without a question, and asks once for a colleague’s', async () => {
    const company = await stage();
    await mount('kantine-group-picker', { community: company.reader });
    await page.getByRole('button', { name: 'Start a new group' }).click();
    await nameField().fill('Lunch club');
    const own = await callsAfter(
      company,
      () => userEvent.keyboard('{Enter}'),
      () => expect.element(select()).toMatchTextContent('Lunch club'),
    );
    expect(own).toEqual(['groups.create']);
    const theirs = await callsAfter(
      company,
      () => company.as('bram').groups.create({ name: 'Running', purpose: '' }),
      () => expect.element(select()).toMatchTextContent('Running'),
    );
    expect(theirs).toEqual(['groups.browse']);
  });

  it('keeps the name when starting fails, and starts the group once', async () => {
    const { reader, faults } = await stage();
    const element = await mount('kantine-group-picker', { community: reader });
    await page.getByRole('button', { name: 'Start a new group' }).click();
    await nameField().fill('Lunch club');
    faults.inject({ kind: 'answer-lost', on: 'write' });
    await page.getByRole('button', { name: 'Start group' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(nameField()).toHaveValue('Lunch club');
    const change = changeOf(element);
    await page.getByRole('button', { name: 'Start group' }).click();
    await change;
    const names = (await reader.groups.list()).map(({ name }) => name);
    expect(names).toEqual(['Lunch club', 'The bakery']);
  });

  it('leaves a chosen group that the editor cannot see as it is', async () => {
    const { reader } = await stage();
    await mount('kantine-group-picker', { community: reader, value: 'gone' });
    await expect.element(select()).toHaveValue('gone');
    const chosen = (select().element() as HTMLSelectElement).selectedOptions[0];
    expect(chosen?.text).toBe('A group that you cannot see');
  });
});
