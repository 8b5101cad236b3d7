import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import './define.ts';
import type { FirstSteps } from './first-steps.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage('anna', { isEmpty: true });
});

const open = async (): Promise<FirstSteps> => {
  const element = await mount('kantine-first-steps', { community: company.reader });
  await expect.element(page.getByRole('heading', { name: 'First steps' })).toBeVisible();
  return element;
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const current = (): string =>
  page
    .getByRole('listitem')
    .elements()
    .find((item) => item.ariaCurrent === 'step')?.textContent ?? '';

describe('first steps', () => {
  it('are accessible at each step, and when the host does not answer', async () => {
    company.faults.inject({ kind: 'offline', on: 'read' });
    const failed = await mount('kantine-first-steps', { community: company.reader });
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(failed);
    company.faults.heal();
    await expectAccessible(await open());
  });

  it('lead from a group to a post, and say when all is done', async () => {
    const element = await open();
    await userEvent.fill(page.getByRole('textbox', { name: 'What is it called?' }), 'Lunch run');
    await userEvent.click(button('Start group'));
    const line = page.getByRole('textbox', { name: 'Write to Lunch run' });
    await expect.element(line).toBeVisible();
    expect(current()).toContain('Say hello.');
    await expectAccessible(element);
    await userEvent.fill(line, 'Who comes along?');
    await userEvent.click(button('Post'));
    await expect.element(button('Done')).toBeVisible();
    expect(shownText(element)).toContain('“Lunch run” is there.');
    await expectAccessible(element);
    const closed = new Promise((resolve) => element.addEventListener('kantine-begun', resolve));
    await userEvent.click(button('Done'));
    await closed;
  });

  it('go on with a group that is there already', async () => {
    await company.as('bram').groups.create({ name: 'Choir', purpose: '' });
    await open();
    await expect.element(page.getByRole('textbox', { name: 'Write to Choir' })).toBeVisible();
  });

  it('can be left', async () => {
    const element = await open();
    const closed = new Promise((resolve) => element.addEventListener('kantine-begun', resolve));
    await userEvent.click(button('Not now'));
    await closed;
  });
});
