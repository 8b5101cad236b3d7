import type { Locator } from 'playwright';
import { expect } from 'vitest';

export const button = (within: Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/**
 * By keyboard: what is pressed has the focus first. Where a widget above is filled meanwhile, a press of the mouse
 * would end on something else.
 */
export async function press(target: Locator): Promise<void> {
  await target.waitFor();
  await expect.poll(() => target.isEnabled(), { timeout: 60_000 }).toBe(true);
  await target.focus();
  await target.press('Enter');
}
