/** What comes before everything else on a site: somebody enables Kantine, and starts a group. */
import type { SiteUnderTest } from './site.ts';

export async function enableTeam(site: SiteUnderTest): Promise<void> {
  const settings = await site.open('ada', '/wiki/apps/space-settings?space=TEAM');
  await settings.frame.getByRole('button', { name: 'Enable Kantine' }).click();
  await settings.frame.getByText('Kantine is enabled here.').waitFor();
}

/** Starts the group «Lunch» in the form of a wall's macro, which shows it from then on. */
export async function startLunch(
  site: SiteUnderTest,
  macro: { readonly content: string; readonly localId: string },
): Promise<void> {
  const { content, localId } = macro;
  const address = `/wiki/apps/wall?content=${content}&localId=${localId}&show=config`;
  const { page, frame } = await site.open('ada', address);
  await frame.getByRole('textbox', { name: 'Name of the new group' }).fill('Lunch');
  await frame.getByRole('button', { name: 'Start group' }).click();
  await frame.getByRole('combobox', { name: 'Group' }).waitFor();
  await frame.getByRole('button', { name: 'Save' }).click();
  await page.locator('iframe').waitFor({ state: 'detached' });
}
