/**
 * An owner adds a value, lowers the kudos of a week and brings the list of staff in; a colleague names that value and
 * sees where somebody works. On both packages, in Dutch, with the keyboard.
 */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerOf } from '../../server/company.ts';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { expectClean } from '../violations.ts';

const company = smallCompany();
const owner = ownerOf(company).id;
const reader = 'kevin.pinas';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(company);
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  const open = async (person: string): Promise<{ page: Page; settings: Locator }> => {
    const page = await place.openWall(intranet, person);
    await page.getByRole('link', { name: 'Instellingen' }).click();
    const settings = place.in(page, 'kantine-community-settings').first();
    await settings.getByRole('heading', { name: 'Instellingen van de community' }).waitFor();
    return { page, settings };
  };

  it('an owner adds a value and lowers the kudos of a week, and sees both in the log', async () => {
    const { page, settings } = await open(owner);
    await press(button(settings, 'Waarde toevoegen'));
    await settings.getByRole('textbox', { name: 'Nederlands' }).fill('Stille hulp');
    await settings.getByRole('textbox', { name: 'Teken, zoals een emoji' }).fill('🌿');
    await expectClean(page, place);
    await press(button(settings, 'Waarde opslaan'));
    await settings.getByText('waarde: Stille hulp').waitFor();
    await settings.getByRole('spinbutton').fill('3');
    await settings.getByRole('spinbutton').press('Enter');
    await settings.getByText('kudos per week: 3').waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('brings the list of staff in, once it was looked at', async () => {
    const { page, settings } = await open(owner);
    const lines = 'naam;afdeling;sinds\nTineke Smit;Inpak;2011\nNiemand Hier;Inpak;2012';
    await settings.getByRole('textbox', { name: 'Of plak de regels hier' }).fill(lines);
    await press(button(settings, 'Eerst bekijken'));
    await settings.getByText('Niemand hier heet zo, of meer mensen heten zo').waitFor();
    await expectClean(page, place);
    await press(button(settings, '1 persoon inlezen'));
    await settings.getByText('personeelslijst: 1').waitFor();
    await page.close();
  });

  it('sees who is on it, and takes somebody off and brings them in again', async () => {
    const { page, settings } = await open(owner);
    const list = settings.locator('kantine-staff-list');
    await press(button(list, 'Bekijken wie op de lijst staat'));
    const line = list.getByRole('listitem').filter({ hasText: 'Tineke Smit' });
    await line.getByText('Inpak').waitFor();
    await expectClean(page, place);
    await press(line.getByRole('button', { name: /^Van de lijst halen/ }));
    await list.getByText('Tineke Smit staat niet meer op de lijst.').waitFor();
    await settings.getByText('personeelslijst: één persoon minder').waitFor();
    await settings
      .getByRole('textbox', { name: 'Of plak de regels hier' })
      .fill('naam;afdeling;sinds\nTineke Smit;Inpak;2011');
    await press(button(settings, 'Eerst bekijken'));
    await press(button(settings, '1 persoon inlezen'));
    await settings.getByText('1 persoon is ingelezen.').waitFor();
    await page.close();
  });

  it('a colleague sees what holds, and where somebody works', async () => {
    const { page, settings } = await open(reader);
    await settings.getByText('De eigenaren beslissen hierover.').waitFor();
    await settings.getByText('Stille hulp').waitFor();
    expect(await button(settings, 'Waarde toevoegen').count()).toBe(0);
    await expectClean(page, place);
    await page.getByRole('link', { name: 'Collega’s' }).click();
    const finder = place.in(page, 'kantine-people-finder').first();
    await finder.getByRole('searchbox').fill('Tineke');
    await finder.getByRole('searchbox').press('Enter');
    const found = finder.getByRole('listitem').filter({ hasText: 'Tineke Smit' });
    // The directory of SharePoint knows better; Confluence has none.
    await found
      .getByText(place.host === 'sharepoint' ? 'Magazijn' : 'Inpak')
      .first()
      .waitFor();
    await press(button(found, 'Tineke Smit'));
    await finder.locator('kantine-profile-card').getByText('Hier sinds 2011').waitFor();
    await page.close();
  });
});
