/** Finding colleagues: by what they are glad to be asked about, with why, and on to their card. */
import { noProfile } from '@kantine/core';
import type { Profile } from '@kantine/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, pressKey, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import type { PeopleFinder } from './people-finder.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const open = (): Promise<PeopleFinder> =>
  mount('kantine-people-finder', { community: company.reader });
const write = (person: Role, profile: Partial<Profile>) =>
  company.as(person).card.update({ ...noProfile, ...profile });

const field = page.getByRole('searchbox');
const items = page.getByRole('listitem');
const alert = page.getByRole('alert');
const button = (name: string) => page.getByRole('button', { name, exact: true });
async function look(text: string): Promise<void> {
  await expect.element(field).toBeVisible();
  await userEvent.fill(field, text);
  await userEvent.keyboard('{Enter}');
}

describe('finding a colleague: accessible', () => {
  it('before anything is asked, loading, and failed', async () => {
    await expectAccessible(await mount('kantine-people-finder'));
    const element = await open();
    await expect.element(button('Bakery')).toBeVisible();
    await expectAccessible(element);
    company.faults.inject({ kind: 'offline', on: 'read' });
    await look('bread');
    await expect.element(alert).toBeVisible();
    await expectAccessible(element);
  });

  it('with why, with long names, and with nobody', async () => {
    await write('chika', { askMeAbout: ['Power BI'], languages: ['Bread'] });
    await write('dora', { interests: [`Bread ${'Weizen'.repeat(5)}`] });
    const element = await open();
    await look('bread');
    await expect.element(items).toHaveLength(2);
    await expectAccessible(element);
    await look('Kubernetes');
    await expect.element(button('Ask it in a group')).toBeVisible();
    await expectAccessible(element);
  });

  it('where the directory does not tell where people work', async () => {
    company = await stage('anna', { supports: { departments: false } });
    const element = await open();
    await expect.element(button('Write it yourself')).toBeVisible();
    await expectAccessible(element);
  });
});

describe('finding a colleague', () => {
  it('says why, and leads to the card and back by keyboard', async () => {
    await write('chika', { askMeAbout: ['Power BI'], works: 'mornings, by chat first' });
    await company.as('chika').groups.join({ group: company.group });
    await company.as('anna').groups.join({ group: company.group });
    const element = await open();
    await look('power bi');
    await expect.element(items.first()).toMatchTextContent('glad to be asked about Power BI');
    await expect.element(items.first()).toMatchTextContent('1 group with you');
    await pressKey('Chika Tanaka');
    await expect.poll(() => shownText(element)).toContain('mornings, by chat first');
    await expectAccessible(element);
    await pressKey('Back to the colleagues');
    await expect.poll(() => focused()?.textContent.trim()).toBe('Chika Tanaka');
  });

  it('asks while one types, once one pauses', async () => {
    await open();
    await expect.element(field).toBeVisible();
    await userEvent.click(field);
    await userEvent.keyboard('osaka');
    await expect.element(items.first()).toMatchTextContent('Chika Tanaka');
  });

  it('is narrowed down by department, which is taken back with another press', async () => {
    await open();
    await pressKey('Bakery');
    await expect.element(items).toHaveLength(1);
    await expect.element(items.first()).toMatchTextContent('Anna de Vries');
    await expect.element(button('Bakery')).toHaveAttribute('aria-pressed', 'true');
    await pressKey('Bakery');
    await expect.element(items).toHaveLength(0);
  });

  it('offers nobody who left', async () => {
    const element = await open();
    await look('Emil');
    await expect.poll(() => shownText(element)).toContain('Nobody has “Emil” in their profile.');
    await expect.element(items).toHaveLength(0);
  });

  it('asks in a group what nobody has in their profile', async () => {
    await company.as('anna').groups.join({ group: company.group });
    const element = await open();
    await look('Kubernetes');
    await pressKey('Ask it in a group');
    await expect.element(page.getByRole('combobox', { name: 'Group' })).toBeVisible();
    const text = page.getByRole('textbox', { name: 'Your question' });
    await expect.element(text).toHaveValue('Who knows about Kubernetes?');
    await expectAccessible(element);
    await pressKey('Ask');
    await expect.poll(() => shownText(element)).toContain('Your question is asked in The bakery.');
    const { posts } = await company.as('bram').wall.read({ group: company.group });
    expect(posts[0]).toMatchObject({ text: 'Who knows about Kubernetes?', kind: 'question' });
  });

  it('lets one write where one works, where no directory tells it', async () => {
    company = await stage('bram', { supports: { departments: false } });
    const element = await open();
    await pressKey('Write it yourself');
    const department = page.getByRole('textbox', { name: 'Department' });
    await expect.element(department).toBeVisible();
    await userEvent.fill(department, 'Ovens');
    await pressKey('Save');
    await expect.poll(() => shownText(element)).toContain('written by you');
  });
});
