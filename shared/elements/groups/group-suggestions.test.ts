/** Groups that several of one's people are in, below the list of groups. */
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focusedName, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import './define.ts';

let company: Stage;
const answering = ['bram', 'chika', 'dora'] as const;

/** Three colleagues answered Anna, and are in a group without her. */
async function begin(): Promise<string> {
  company = await stage('anna');
  const { group, reader } = company;
  const key = () => reader.newKey();
  await reader.groups.join({ group });
  const { id: post } = await company.post('anna', 'Who knows Excel?');
  const about = { name: 'Excel help', purpose: '' };
  const { id: excel } = await company.as('chika').groups.create(about);
  for (const person of answering) {
    const { wall, groups } = company.as(person);
    await wall.comment({ group, post, text: 'I do', key: key() });
    await groups.join({ group: excel });
  }
  return excel;
}

it('are suggested after the list, by who is in them, and opened by the keyboard', async () => {
  await begin();
  const element = await mount('kantine-groups', { community: company.reader });
  const suggested = page.getByRole('region', { name: 'Where your colleagues are' });
  await expect.element(suggested).toBeVisible();
  await expectAccessible(element);
  expect(shownText(element).replaceAll(/[\u2068\u2069]/g, '')).toMatch(
    /In it: .+, .+,? and one more colleague/,
  );
  (suggested.getByRole('button', { name: 'Excel help' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focusedName).toBe('All groups');
  await expect.element(page.getByRole('heading', { name: 'Excel help' })).toBeVisible();
});

it('are nothing where there is nothing to suggest, or it cannot be told', async () => {
  company = await stage('anna');
  const element = await mount('kantine-groups', { community: company.reader });
  await expect.element(page.getByRole('heading', { name: 'Groups to join' })).toBeVisible();
  expect(shownText(element)).not.toContain('Where your colleagues are');
  await expectAccessible(element);
});
