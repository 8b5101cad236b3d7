/** Settings of the community: everybody sees what holds, owners change it, and each change stands in their log. */
import { collections } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, pressKey, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { CommunitySettings } from './community-settings.ts';
import './define.ts';

let company: Stage;
/** Anna is an owner, except where a test says otherwise. */
beforeEach(async () => {
  company = await stage('anna', { owners: ['anna'] });
});

const open = (): Promise<CommunitySettings> =>
  mount('kantine-community-settings', { community: company.reader });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const paste = async (text: string) => {
  await userEvent.fill(page.getByRole('textbox', { name: 'Or paste its lines here' }), text);
  await pressKey('Look at it first');
};
const list = 'name;department;since\nChika Tanaka;Purchasing;2019\nNobody Here;Sales;2020';

describe('settings of the community: accessible', () => {
  it('to colleagues, loading, and failed', async () => {
    await expectAccessible(await mount('kantine-community-settings'));
    company = await stage('chika', { owners: ['anna'] });
    const element = await open();
    await expect.poll(() => shownText(element)).toContain('The owners decide on these.');
    await expect.element(button('Add a value')).toHaveLength(0);
    await expectAccessible(element);
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await open();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
  });

  it('to owners, with a form that was refused, a list that is looked at, and the log', async () => {
    const element = await open();
    await pressKey('Change: Helps out');
    await userEvent.fill(page.getByLabelText('Offered from'), '2026-12-24');
    await userEvent.fill(page.getByLabelText('Offered until'), '2026-12-01');
    await pressKey('Save the value');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(element);
    await pressKey('Cancel');
    await paste(list);
    await expect.element(page.getByRole('cell', { name: 'Chika Tanaka' })).toBeVisible();
    await expectAccessible(element);
  });
});

describe('settings of the community', () => {
  it('add a value, which thanks can name, and say so in the log', async () => {
    const element = await open();
    await pressKey('Add a value');
    await expect.poll(() => focused()?.getAttribute('name')).toBe('nl');
    await userEvent.fill(page.getByRole('textbox', { name: 'English' }), 'Quiet help');
    await userEvent.fill(page.getByRole('textbox', { name: 'Nederlands' }), 'Stille hulp');
    await pressKey('Save the value');
    await expect.poll(() => shownText(element)).toContain('Quiet help');
    await expect.poll(() => shownText(element)).toContain('value: Quiet help');
    const { values } = await company.as('bram').settings.read();
    expect(values.at(-1)).toMatchObject({ names: { nl: 'Stille hulp' }, isOffered: true });
  });

  it('let a value end, and one sees that it did', async () => {
    const element = await open();
    await pressKey('Change: Brings joy');
    await userEvent.fill(page.getByLabelText('Offered until'), '2020-01-01');
    await pressKey('Save the value');
    await expect.poll(() => shownText(element)).toContain('no longer offered');
  });

  it('change how many kudos one has in a week', async () => {
    const element = await open();
    const field = page.getByRole('spinbutton');
    await userEvent.fill(field, '3');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownText(element)).toContain('kudos a week: 3');
    expect(await company.as('bram').kudos.budget()).toMatchObject({ left: 3, of: 3 });
  });

  it('keep one language at least', async () => {
    const element = await open();
    for (const name of ['Nederlands', 'Deutsch', 'Français']) {
      await page.getByText(name, { exact: true }).click();
      await expect.element(page.getByRole('checkbox', { name })).not.toBeChecked();
    }
    await page.getByText('English', { exact: true }).click();
    await expect.poll(() => shownText(element)).toContain('One language has to stay.');
    expect((await company.as('bram').settings.read()).languages).toEqual(['en']);
  });

  it('bring a list of staff in once it was looked at, without what cannot be', async () => {
    const element = await open();
    await paste(list);
    await expect.poll(() => shownText(element)).toContain('Nobody here has this name');
    await pressKey('Import 1 person');
    await expect.poll(() => shownText(element)).toContain('1 person was imported.');
    await expect.poll(() => shownText(element)).toContain('list of staff: 1');
    const { facts } = await company.as('bram').card.read({ person: 'chika' });
    expect(facts).toMatchObject({ department: { text: 'Purchasing', by: 'staff' } });
  });

  it('take off the list of staff who is no longer here', async () => {
    const element = await open();
    await paste(list);
    await pressKey('Import 1 person');
    await expect.poll(() => shownText(element)).toContain('1 person was imported.');
    const fields = { department: 'Purchasing', inDepartment: 'purchasing', place: '', inPlace: '' };
    const row = { ...fields, account: 'gone', title: '', manager: '', since: '' };
    await company.storeOf('anna').insert(collections.staff, 'governed', 'gone', row);
    await pressKey('See who is on the list');
    const line = page.getByRole('listitem').filter({ hasText: 'no longer here' });
    await expect.element(line).toMatchTextContent('Former colleague no longer here');
    await expectAccessible(element);
    await userEvent.click(line.getByRole('button'));
    await expect
      .poll(() => shownText(element))
      .toContain('Former colleague is no longer on the list.');
    expect(shownText(element)).not.toContain('no longer here');
    await userEvent.fill(page.getByRole('textbox', { name: /^Department \(leave/ }), 'none such');
    await pressKey('See who is on the list');
    await expect.poll(() => shownText(element)).toContain('Nobody is on the list.');
  });

  it('take somebody off the list of staff, after what it says of them was shown', async () => {
    const element = await open();
    await paste(list);
    await pressKey('Import 1 person');
    await expect.poll(() => shownText(element)).toContain('1 person was imported.');
    const picker = page.getByRole('combobox', { name: 'Take somebody off the list' });
    const choose = async (name: string) => {
      await userEvent.fill(picker, name);
      await userEvent.click(page.getByRole('listbox').getByRole('option').first());
    };
    await choose('bram');
    await expect.poll(() => shownText(element)).toContain('Bram Okafor is not on the list.');
    await choose('chika');
    await expect.poll(() => shownText(element)).toContain('Purchasing');
    await expectAccessible(element);
    await pressKey('Take off the list');
    await expect.poll(() => shownText(element)).toContain('Chika Tanaka is no longer on the list.');
    await expect.poll(() => shownText(element)).toContain('list of staff: one person fewer');
    const { facts } = await company.as('bram').card.read({ person: 'chika' });
    expect(facts.department?.by).not.toBe('staff');
  });

  it('say which column is missing in a list that is none', async () => {
    await open();
    await paste('department\nPurchasing');
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('No column has people’s names.');
  });

  it('keep what was typed when it could not be saved', async () => {
    await open();
    await pressKey('Add a value');
    const field = page.getByRole('textbox', { name: 'English' });
    await userEvent.fill(field, 'Quiet help');
    company.faults.inject({ kind: 'offline', on: 'write' });
    await pressKey('Save the value');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(field).toHaveValue('Quiet help');
  });
});
