import type { Locator } from 'playwright';

export const button = (within: Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** By keyboard: what is pressed has the focus first. */
export async function press(target: Locator): Promise<void> {
  await target.focus();
  await target.press('Enter');
}
