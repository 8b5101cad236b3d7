/**
 * Somebody looks who is in a group, and asks one of them in it from the colleague's card. On both packages, in Dutch,
 * with the keyboard.
 */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { expectClean } from '../violations.ts';

const company = smallCompany();
const [group] = company.groups;
const ids = new Set(group?.members.map(({ personId }) => personId));
const people = company.people.filter(({ id, active }) => active && ids.has(id));
const [reader, colleague] = people;
const question = 'Hoe maak jij de soep zo romig?';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(company);
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  const openWall = async (): Promise<{ page: Page; wall: Locator }> => {
    const page = await place.openWall(intranet, reader?.id ?? '');
    const wall = place.in(page, 'kantine-wall').first();
    await wall.getByRole('article').first().waitFor();
    return { page, wall };
  };

  it('the number of members opens who they are, page by page, and closes again', async () => {
    const { page, wall } = await openWall();
    const opener = wall.locator('summary').filter({ hasText: /^\s*\d+ leden/ });
    await press(opener);
    const number = Number.parseInt((await opener.innerText()).trim(), 10);
    expect(number).toBeGreaterThanOrEqual(people.length);
    const members = wall.getByRole('list', { name: 'Leden', exact: true }).getByRole('listitem');
    await members.first().waitFor();
    for (;;) {
      const before = await members.count();
      if (before >= number) break;
      await press(button(wall, 'Meer tonen'));
      await expect.poll(() => members.count()).toBeGreaterThan(before);
    }
    expect(await members.count()).toBe(number);
    await members
      .filter({ hasText: colleague?.name ?? '' })
      .first()
      .waitFor();
    await expectClean(page, place);
    await opener.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => members.count()).toBe(0);
    await page.close();
  });

  it('a colleague is asked in a group that both are in, and it stands on its wall', async () => {
    const { page } = await openWall();
    await page.getByRole('link', { name: 'Collega’s' }).click();
    const finder = place.in(page, 'kantine-people-finder').first();
    const field = finder.getByRole('searchbox');
    const name = colleague?.name ?? '';
    await field.fill(name);
    await field.press('Enter');
    await press(button(finder.getByRole('listitem').filter({ hasText: name }).first(), name));
    const card = finder.locator('kantine-profile-card');
    await press(button(card, `${name} iets vragen in een groep`));
    const text = card.getByRole('textbox', { name: 'Je vraag' });
    await text.waitFor();
    await text.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(question);
    await expectClean(page, place);
    await press(button(card, 'Vragen'));
    await card.getByText(`Je vraag is gesteld in ${group?.name ?? ''}`).waitFor();
    await page.close();
    const { page: again, wall } = await openWall();
    const asked = wall.getByRole('article').filter({ hasText: question });
    await asked.filter({ hasText: name }).first().waitFor();
    await again.close();
  });
});
