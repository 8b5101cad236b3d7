/**
 * Thanks that one group reads: who reads them changes in sight, a member finds them among all thanks and a colleague
 * outside does not; their recipient keeps them, and their giver takes them back. On both packages, in Dutch.
 */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { expectClean } from '../violations.ts';

const group = 'De Kantine';
const giver = 'tineke.smit';
const recipient = 'kevin.pinas';
const member = 'nadia.belkacem';
const outside = 'youssef.benali';
const reason = 'Je zette de lange tafel voor ons klaar.';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(smallCompany());
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  /** The feed of thanks, filled. */
  const open = async (person: string): Promise<{ page: Page; kudos: Locator }> => {
    const page = await place.openWall(intranet, person);
    // On Confluence the second macro of the page.
    if (place.host === 'confluence') await page.locator('iframe').nth(1).waitFor();
    const kudos =
      place.host === 'confluence'
        ? page.locator('iframe').nth(1).contentFrame().locator('kantine-kudos')
        : page.locator('kantine-kudos').first();
    await kudos.locator('kantine-thank-you').first().waitFor();
    return { page, kudos };
  };
  const thanksIn = (kudos: Locator) =>
    kudos.locator('kantine-thank-you').filter({ hasText: reason });

  it('are given in the group, after who reads them was said', async () => {
    const { page, kudos } = await open(giver);
    await press(button(kudos, 'Bedank een collega'));
    const form = kudos.locator('kantine-thank-you-form');
    await form.getByText(/kun je nog .* kudos geven/).waitFor();
    await form.getByRole('combobox', { name: 'Wie leest mee?' }).selectOption({ label: group });
    await form.getByText('In een groep bedank je zonder kudos').waitFor();
    await form
      .getByText(/kunnen dit lezen|kan dit lezen/)
      .first()
      .waitFor();
    await form.getByRole('combobox', { name: 'Wie wil je bedanken?' }).fill('Kevin');
    await form.getByRole('option', { name: /Kevin/ }).click();
    await form.locator('label.value').first().click();
    await form.getByRole('textbox', { name: 'Wat heeft die collega gedaan?' }).fill(reason);
    await expectClean(page, place);
    await press(button(form, 'Bedanken'));
    await thanksIn(kudos).getByText(`Alleen wie ${group} leest, ziet dit.`).waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('are read by a member, and by nobody outside among all thanks', async () => {
    const { page, kudos } = await open(member);
    await press(button(kudos, 'Ook dank in je groepen'));
    await thanksIn(kudos).getByText(`Alleen wie ${group} leest, ziet dit.`).waitFor();
    await page.close();
    const other = await open(outside);
    expect(await thanksIn(other.kudos).count()).toBe(0);
    await other.page.close();
  });

  it('are told to their recipient, who keeps them between the two', async () => {
    const page = await place.openWall(intranet, recipient);
    await page.getByRole('link', { name: 'Voor jou' }).click();
    const thanks = place
      .in(page, 'kantine-catch-up')
      .first()
      .locator('kantine-received-thanks')
      .locator('li')
      .filter({ hasText: reason });
    await thanks.getByText(new RegExp(`^Dank van .* in .*${group}`)).waitFor();
    await press(thanks.getByRole('button', { name: /^Houd het tussen ons/ }));
    await thanks.getByText('tussen jullie').waitFor();
    await page.close();
    const other = await open(member);
    expect(await thanksIn(other.kudos).count()).toBe(0);
    await other.page.close();
  });

  it('are taken back by their giver', async () => {
    const { page, kudos } = await open(giver);
    await press(button(kudos, 'Ook dank in je groepen'));
    await press(
      thanksIn(kudos)
        .getByRole('button', { name: /intrekken/i })
        .first(),
    );
    await press(thanksIn(kudos).locator('.panel .danger'));
    await expect.poll(() => thanksIn(kudos).count()).toBe(0);
    await page.close();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
