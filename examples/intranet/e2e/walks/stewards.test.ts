/** A post is hidden with a reason, its author asks to look again, and an owner shows it: on both packages, in Dutch. */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { violations } from '../violations.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const founder = 'tineke.smit';
const author = 'nadia.belkacem';
const reader = 'dennis.vanderkolk';
const owner = 'marijke.hoogland';
const club = 'Klantendienst';
const words = 'Klant Foo heeft ons verlaten';
const reason = 'er staat een klant in';

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('what stewards do about a post on %s', (_, place) => {
  const groupsOf = (page: Page): Locator => place.in(page, 'kantine-groups');
  const open = (person: string) => place.openGroups(intranet, person);

  async function openWall(
    person: string,
  ): Promise<{ readonly page: Page; readonly wall: Locator }> {
    const page = await open(person);
    const wall = groupsOf(page).locator('kantine-wall');
    await button(groupsOf(page), club).or(wall).first().waitFor();
    if ((await wall.count()) === 0) await press(button(groupsOf(page), club));
    await wall.getByRole('heading', { name: club }).waitFor();
    return { page, wall };
  }

  it('a colleague posts in the group of another', async () => {
    const page = await open(founder);
    const groups = groupsOf(page);
    await press(button(groups, 'Een groep beginnen'));
    await groups.getByRole('textbox', { name: 'Hoe heet de groep?' }).fill(club);
    await press(button(groups, 'Groep beginnen'));
    await button(groups, club).or(groups.locator('kantine-wall')).first().waitFor();
    const hers = await openWall(author);
    await hers.wall.getByRole('textbox').first().click();
    const composer = hers.wall.locator('kantine-composer').first();
    await composer.getByRole('textbox').fill(words);
    await press(button(composer, 'Plaatsen'));
    const post = hers.wall.locator('kantine-post').filter({ hasText: words });
    await button(post, 'Bewerken').waitFor();
  });

  it('its founder hides it with a reason, by keyboard', async () => {
    const { page, wall } = await openWall(founder);
    const post = wall.locator('kantine-post').filter({ hasText: words });
    await press(button(post, 'Meer').first());
    await press(button(post, 'Verbergen…'));
    const field = post.getByRole('textbox', { name: /^Waarom\?/ });
    await field.waitFor();
    await page.keyboard.type('te kort');
    await page.keyboard.press('Enter');
    await post.getByText('Zeg in minstens drie woorden waarom.').waitFor();
    await field.fill(reason);
    await post.locator('q', { hasText: reason }).waitFor();
    await page.keyboard.press('Enter');
    await post.getByText(/^Verborgen door/).waitFor();
  });

  it('a reader sees that it is hidden and why, and nothing of it', async () => {
    const { page, wall } = await openWall(reader);
    await wall.getByText('Een begeleider heeft dit bericht verborgen.').waitFor();
    await press(wall.getByText('Waarom?', { exact: true }));
    await wall.locator('q', { hasText: reason }).waitFor();
    expect(await wall.getByText(words).count()).toBe(0);
    if (place.host === 'sharepoint') expect(await violations(page)).toEqual([]);
  });

  it('its author sees the reason, and asks to look again, by keyboard', async () => {
    const { page, wall } = await openWall(author);
    const post = wall.locator('kantine-post').filter({ hasText: words });
    await post.locator('q', { hasText: reason }).waitFor();
    await press(button(post, 'Vragen om opnieuw te kijken'));
    await post.getByRole('textbox', { name: 'Een opmerking (niet verplicht)' }).waitFor();
    await page.keyboard.type('de klant vertelt het zelf');
    await page.keyboard.press('Enter');
    await post.getByText(/^Je hebt gevraagd/).waitFor();
  });

  it('an owner, who reads what is reported, is told so, and shows it again', async () => {
    const page = await place.openWall(intranet, owner);
    await page.getByRole('link', { name: 'Voor jou' }).click();
    const forYou = place.in(page, 'kantine-catch-up').first();
    await press(forYou.getByRole('button', { name: /^Een melding in .* wacht op een besluit/ }));
    await forYou.getByText('de klant vertelt het zelf').waitFor();
    await press(forYou.getByRole('button', { name: /^Weer tonen…/ }));
    await page.keyboard.press('Enter');
    await forYou.locator('kantine-group-letters').getByText('Er wacht niets op je.').waitFor();
    const { wall } = await openWall(reader);
    await wall.locator('kantine-post').filter({ hasText: words }).waitFor();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
