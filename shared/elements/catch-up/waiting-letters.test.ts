/** Who reads letters is told where some wait, and answers them there. */
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLanguage } from '../locale/locale.ts';
import { expectAccessible, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import type { CatchUp } from './catch-up.ts';
import './define.ts';

let company: Stage;
afterEach(() => useLanguage('en'));

const open = (): Promise<CatchUp> => mount('kantine-catch-up', { community: company.reader });
const line = page.getByRole('button', { name: /^A report in .* waits for a decision$/ });
const nothing = page.getByText('Nothing needs you. Nice.', { exact: true });

/** Bram wrote something, and Dora reports it. Anna owns the site. */
async function report(): Promise<void> {
  const { id } = await company.post('bram', 'Foo left us');
  company.travel(60_000);
  const message = { group: company.group, kind: 'post', id } as const;
  await company.as('dora').stewards.report({ ...message, why: 'private', note: 'A customer' });
  company.travel(60_000);
}

it('an owner of the site hides what was reported where it is told', async () => {
  company = await stage('anna', { owners: ['anna'] });
  await report();
  const element = await open();
  await expect.element(page.getByRole('heading', { name: 'Reported' })).toBeVisible();
  await expect.element(line).toBeVisible();
  await expect.element(nothing).not.toBeInTheDocument();
  await expectAccessible(element);
  (line.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('A customer', { exact: true })).toBeVisible();
  await expectAccessible(element);
  await userEvent.click(page.getByRole('button', { name: /^Hide…/ }));
  await userEvent.keyboard('names a customer{Enter}');
  await expect.element(page.getByText('Done.')).toBeInTheDocument();
  const { posts } = await company.as('dora').wall.read({ group: company.group });
  expect(posts.find(({ hidden }) => hidden)).toMatchObject({ text: '' });
});

it('or says that nothing is wrong with it, and then it waits no more', async () => {
  company = await stage('anna', { owners: ['anna'] });
  await report();
  const element = await open();
  await userEvent.click(line);
  await userEvent.click(page.getByRole('button', { name: /^Nothing is wrong with it/ }));
  await expect.element(page.getByText('Done.')).toBeInTheDocument();
  expect(await company.reader.stewards.lettersWaiting({ groups: [] })).toEqual([]);
  await expectAccessible(element);
  await userEvent.click(page.getByRole('button', { name: /^Reports in/ }));
  await expect.element(nothing).toBeVisible();
});

it('nobody else is told', async () => {
  company = await stage('dora', { owners: ['anna'] });
  await report();
  const element = await open();
  await expect.element(nothing).toBeVisible();
  expect(shownText(element)).not.toContain('Reported');
});
