/** What a newcomer may do first in a group, above its wall in the list of groups. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focusedName, mount, shownText, stage } from '../testing/index.ts';
import type { Role, Stage } from '../testing/index.ts';
import './define.ts';

let company: Stage;

/** Bram founded The bakery. */
async function open(reader: Role, before: () => Promise<unknown> = () => Promise.resolve()) {
  company = await stage(reader);
  company.travel(1000);
  await before();
  const element = await mount('kantine-groups', { community: company.reader });
  await userEvent.click(page.getByRole('button', { name: 'The bakery', exact: true }));
  await expect.poll(focusedName).toBe('All groups');
  return element;
}
const join = () => company.reader.groups.join({ group: company.group });
const steps = page.getByRole('region', { name: 'First steps' });

describe('first steps', () => {
  it('are shown to who joined, checked as they are done, and put away by the keyboard', async () => {
    const element = await open('anna', join);
    await expect.element(steps).toBeVisible();
    await expectAccessible(element);
    expect(shownText(element)).toContain('Say in one line what brings you here');
    const { group, reader } = company;
    await company.as('anna').wall.post({ group, text: 'Hello', key: reader.newKey() });
    await expect.element(page.getByText('Done:')).toBeInTheDocument();
    await expectAccessible(element);
    const away = page.getByRole('button', { name: 'Put these away' });
    (away.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(steps).not.toBeInTheDocument();
    await expect.poll(focusedName).toBe('All groups');
    expect(await reader.groups.firstSteps({ group })).toBeUndefined();
  });

  it('stay where they cannot be put away, and say why', async () => {
    const element = await open('anna', join);
    await expect.element(steps).toBeVisible();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(page.getByRole('button', { name: 'Put these away' }));
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(steps).toBeVisible();
    await expectAccessible(element);
  });

  it('are not there for stewards, nor for who only looks on', async () => {
    for (const reader of ['bram', 'anna'] as const) {
      const element = await open(reader);
      await expect.element(page.getByText('It is quiet here')).toBeVisible();
      await expect.element(steps).not.toBeInTheDocument();
      element.remove();
    }
  });
});
