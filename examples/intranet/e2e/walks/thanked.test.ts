/**
 * A colleague thanks for a post with one tap; its author is told under “For you”, keeps it between the two, and a
 * third one sees nothing of it. On both packages, in Dutch, with the keyboard.
 */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { expectClean } from '../violations.ts';

const author = 'kevin.pinas';
const giver = 'tineke.smit';
const third = 'nadia.belkacem';
const words = 'De soep staat klaar in de keuken.';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(smallCompany());
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  /** The menu of the post, which is on the wall. */
  const openMenu = async (person: string): Promise<{ page: Page; post: Locator }> => {
    const page = await place.openWall(intranet, person);
    const post = place.in(page, 'kantine-post').filter({ hasText: words }).first();
    await post.waitFor();
    await press(post.getByRole('button', { name: 'Meer', exact: true }).first());
    await button(post, 'Link kopiëren').waitFor();
    return { page, post };
  };

  it('a post is thanked for with one tap, after who reads it was said', async () => {
    const own = await place.openWall(intranet, author);
    const wall = place.in(own, 'kantine-wall').first();
    const field = wall.getByRole('textbox').first();
    await field.focus();
    await own.keyboard.type(words);
    await own.keyboard.press('Control+Enter');
    await wall.locator('kantine-message').getByText(words).waitFor();
    await own.close();
    const { page, post } = await openMenu(giver);
    await post.getByText('Iedereen die deze groep leest, kan het zien.').waitFor();
    await expectClean(page, place);
    await press(post.getByRole('button', { name: /^Bedank .*Kevin.* hiervoor$/ }));
    await button(post, 'Bedankje intrekken').waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('a third one sees who thanked', async () => {
    const { page, post } = await openMenu(third);
    await post.getByText(/is hiervoor bedankt door/).waitFor();
    await page.close();
  });

  it('its author is told under “For you”, and keeps it between the two', async () => {
    const page = await place.openWall(intranet, author);
    await page.getByRole('link', { name: 'Voor jou' }).click();
    const forYou = place.in(page, 'kantine-catch-up').first();
    const thanks = forYou.locator('kantine-received-thanks');
    await thanks.getByText(words).waitFor();
    await expectClean(page, place);
    await press(thanks.getByRole('button', { name: /^Houd het tussen ons/ }).first());
    await thanks.getByText('tussen jullie').waitFor();
    await press(button(thanks, 'Fijn, gezien'));
    await expect.poll(() => thanks.getByRole('button').count()).toBe(0);
    await page.close();
  });

  it('and the third one sees nothing of it', async () => {
    const { page, post } = await openMenu(third);
    await post.getByRole('button', { name: /^Bedank .*Kevin.* hiervoor$/ }).waitFor();
    expect(await post.getByText(/is hiervoor bedankt door/).count()).toBe(0);
    await page.close();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
