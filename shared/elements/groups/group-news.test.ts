import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { Groups } from './groups.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage('anna');
  await company.as('anna').groups.join({ group: company.group });
});

const open = (): Promise<Groups> => mount('kantine-groups', { community: company.reader });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function post(number: number): Promise<void> {
  for (let each = 0; each < number; each += 1) {
    company.travel(60_000);
    await company.post('bram', `Bread ${each}`);
  }
}

describe('what is new in groups', () => {
  it('is accessible', async () => {
    await post(2);
    const element = await open();
    await expect.element(page.getByText('2 new posts')).toBeVisible();
    await expectAccessible(element);
    await userEvent.click(button('Mute: The bakery'));
    await expect.element(page.getByText('Muted', { exact: true })).toBeVisible();
    await expectAccessible(element);
  });

  it('is said in words, grows while one looks, and is gone once one has read', async () => {
    await post(1);
    const element = await open();
    await expect.element(page.getByText('1 new post')).toBeVisible();
    await post(20);
    await expect.element(page.getByText('20 or more new posts')).toBeVisible();
    const { group } = company;
    await company.as('anna').wall.markRead({ group, until: Date.now() + 1e12 });
    await expect.poll(() => shownText(element)).not.toContain('new post');
  });

  it('is counted no more of a muted group, and again once it is not muted', async () => {
    await post(3);
    const element = await open();
    await expect.element(page.getByText('3 new posts')).toBeVisible();
    await userEvent.click(button('Mute: The bakery'));
    await expect
      .element(page.getByText('“The bakery” is muted: what is new there is not counted for you.'))
      .toBeVisible();
    expect(shownText(element)).not.toContain('new posts');
    await post(1);
    expect(shownText(element)).not.toContain('new posts');
    await userEvent.click(button('Unmute: The bakery'));
    await expect.element(page.getByText('4 new posts')).toBeVisible();
  });

  it('does not keep the list waiting, and its failure takes nothing away', async () => {
    company.faults.inject({ kind: 'offline', on: 'read' });
    company.faults.heal();
    await open();
    await expect.element(button('The bakery')).toBeVisible();
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.click(button('Mute: The bakery'));
    await expect.element(page.getByRole('alert').getByText(/could not be reached/)).toBeVisible();
    await userEvent.click(button('Mute: The bakery'));
    await expect.element(button('Unmute: The bakery')).toBeVisible();
  });
});
