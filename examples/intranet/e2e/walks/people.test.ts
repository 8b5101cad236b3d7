/**
 * Somebody looks for who knows about something, sees why a colleague is found, and opens their card; a colleague
 * takes a field of their own back, and is found by it no more. On both packages, in Dutch, with the keyboard.
 */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCompany } from '@kantine/company';
import type { Company } from '@kantine/company';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { expectClean } from '../violations.ts';

const reader = 'kevin.pinas';
const welder = 'youssef.benali';

function companyWithProfiles(): Company {
  const { profiles } = buildCompany({ seed: 20, now: Date.now() });
  const wanted = [welder, reader, 'naomi.fernandes'];
  const common = 'snijbonen inmaken';
  return {
    ...smallCompany(),
    profiles: profiles
      .filter(({ personId }) => wanted.includes(personId))
      .map((profile) =>
        profile.personId === reader
          ? profile
          : { ...profile, interests: [...profile.interests.slice(0, 2), common] },
      ),
  };
}

const company = companyWithProfiles();
const isHere = (id?: string): boolean =>
  company.people.find((person) => person.id === id)?.active === true;
/** The last thanks between two colleagues who are here. */
const thanks = company.kudos.findLast(
  ({ giverId, recipientIds }) => isHere(giverId) && isHere(recipientIds[0]),
);

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(company);
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  const open = async (person: string): Promise<{ page: Page; finder: Locator }> => {
    const page = await place.openWall(intranet, person);
    await page.getByRole('link', { name: 'Collega’s' }).click();
    const finder = place.in(page, 'kantine-people-finder').first();
    await finder.getByRole('searchbox').waitFor();
    return { page, finder };
  };
  /** On Confluence the third macro of the page. */
  const ownCard = async (page: Page): Promise<Locator> => {
    if (place.host !== 'confluence') return page.locator('kantine-profile-card').first();
    await page.locator('iframe').nth(2).waitFor();
    return page.locator('iframe').nth(2).contentFrame().locator('kantine-profile-card');
  };
  const look = async (finder: Locator, text: string) => {
    const field = finder.getByRole('searchbox');
    await field.fill(text);
    await field.press('Enter');
  };
  const found = (finder: Locator, name: string) =>
    finder.getByRole('listitem').filter({ hasText: name });

  it('a colleague is found by what they are glad to be asked about, and one sees why', async () => {
    const { page, finder } = await open(reader);
    await look(finder, 'verkleuring');
    const one = found(finder, 'Youssef Benali');
    await one.getByText('helpt je graag met rvs zonder verkleuring').waitFor();
    await expectClean(page, place);
    await press(button(one, 'Youssef Benali'));
    const card = finder.locator('kantine-profile-card');
    await card.getByText('’s Ochtends in de lasstraat').waitFor();
    await card.getByText('rvs zonder verkleuring').waitFor();
    await expectClean(page, place);
    await press(button(finder, 'Terug naar de collega’s'));
    await one.waitFor();
    await look(finder, 'Portugees');
    await found(finder, 'Naomi Fernandes').getByText('spreekt Portugees').waitFor();
    await page.close();
  });

  it('what colleagues write is offered to who writes their own profile, and taken with one press', async () => {
    const page = await place.openWall(intranet, reader);
    const card = await ownCard(page);
    await press(button(card, 'Mijn profiel bewerken'));
    const offered = card.getByRole('group', { name: 'Collega’s schrijven ook: Interesses' });
    await press(button(offered, 'snijbonen inmaken'));
    const field = card.getByRole('textbox', { name: 'Interesses' });
    await expect.poll(() => field.inputValue()).toContain('snijbonen inmaken');
    await expectClean(page, place);
    await page.close();
  });

  it('a card says what somebody was thanked for lately, and by whom', async () => {
    const { recipientIds = [], reason = '', giverId } = thanks ?? {};
    const nameOf = (id?: string) => company.people.find((each) => each.id === id)?.name ?? '';
    const { page, finder } = await open(reader);
    const name = nameOf(recipientIds[0]);
    await look(finder, name);
    await press(button(found(finder, name), name));
    const card = finder.locator('kantine-profile-card');
    await card.getByRole('heading', { name: 'Onlangs bedankt' }).waitFor();
    const line = card.getByRole('listitem').filter({ hasText: reason });
    await line.getByText(`van ${nameOf(giverId)}`).waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('who takes a word of their profile back is found by it no more', async () => {
    const page = await place.openWall(intranet, welder);
    const frame = await ownCard(page);
    await press(button(frame, 'Mijn profiel bewerken'));
    const field = frame.getByRole('textbox', { name: 'Vraag mij over' });
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await press(button(frame, 'Opslaan'));
    await frame.getByRole('button', { name: 'Mijn profiel bewerken' }).waitFor();
    await page.close();
    const { page: again, finder } = await open(reader);
    await look(finder, 'verkleuring');
    await finder.getByText('Niemand heeft “verkleuring” in het profiel staan.').waitFor();
    expect(await found(finder, 'Youssef Benali').count()).toBe(0);
    await expectClean(again, place);
    await again.close();
  });

  it('a department that no directory tells is written by oneself, and marked so', async () => {
    const { page, finder } = await open(reader);
    if (place.host === 'sharepoint') {
      // The directory tells it here, so that nobody writes it.
      await look(finder, 'Wilma');
      await found(finder, 'Wilma Oosterveld').getByText('Magazijn').first().waitFor();
    } else {
      await press(button(finder, 'Schrijf het zelf'));
      const card = finder.locator('kantine-profile-card');
      await card.getByRole('textbox', { name: 'Afdeling' }).fill('Expeditie');
      await press(button(card, 'Opslaan'));
      await card.getByText('door jou geschreven').waitFor();
      await press(button(finder, 'Terug naar de collega’s'));
      await look(finder, 'expeditie');
      await found(finder, 'Kevin Pinas').getByText('werkt bij Expeditie').waitFor();
    }
    await page.close();
  });
});
