/** Who meets the wall of a closed group that they are not in asks to be let in right there. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focused, mount, shownText, stage } from '../testing/index.ts';
import type { Stage } from '../testing/index.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
async function openWall(access: 'closed' | 'secret'): Promise<{ group: string; wall: Element }> {
  const bram = company.as('bram');
  const about = { name: 'Council', purpose: '', access, key: bram.newKey() };
  const { id: group } = await bram.groups.create(about);
  const wall = await mount('kantine-wall', { community: company.reader, group });
  return { group, wall };
}

it('by the keyboard, with a line for its stewards; and takes it back', async () => {
  const { group, wall } = await openWall('closed');
  await expect.element(page.getByText('Only its members read this wall')).toBeVisible();
  await expect.element(button('Ask to join: Council')).toBeVisible();
  await expectAccessible(wall);
  (button('Ask to join: Council').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('I was elected{Enter}');
  await expect.element(button('Take back: Council')).toBeVisible();
  await expectAccessible(wall);
  await expect.poll(() => focused()?.className).toBe('door');
  const asks = await company.as('bram').groups.asks({ group });
  expect(asks).toMatchObject([{ note: 'I was elected' }]);
  await userEvent.click(button('Take back: Council'));
  await expect.element(button('Ask to join: Council')).toBeVisible();
});

it('is offered nothing where the group is secret, and is told what is said of none', async () => {
  const { wall } = await openWall('secret');
  await expect.element(page.getByText('This group is gone')).toBeVisible();
  await expect.element(button('Ask to join: Council')).not.toBeInTheDocument();
  expect(shownText(wall)).not.toContain('Council');
});
