/**
 * Somebody sees what is stored of them and who can read it, takes it along, erases their reactions and sees the number
 * fall. On both packages, in Dutch, with the keyboard.
 */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { expectClean } from '../violations.ts';

const person = 'tineke.smit';
const words = 'Ik neem morgen een taart mee.';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(smallCompany());
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint, 'De eigenaren kunnen alles lezen'],
  ['Confluence', onConfluence, 'Atlassians database'],
] as const)('on %s', (_, place, honest) => {
  const open = async (): Promise<{ page: Page; me: Locator }> => {
    const page = await place.openWall(intranet, person);
    await page.getByRole('link', { name: 'Over mij' }).click();
    const me = place.in(page, 'kantine-me').first();
    await me.locator('kantine-erase-own').getByRole('button').first().waitFor();
    return { page, me };
  };
  const row = (me: Locator, kind: string) => me.locator(`tr[data-kind=${kind}]`);

  it('what is stored is seen, with who can read it', async () => {
    const wallPage = await place.openWall(intranet, person);
    const wall = place.in(wallPage, 'kantine-wall').first();
    await wall.getByRole('textbox').first().focus();
    await wallPage.keyboard.type(words);
    await wallPage.keyboard.press('Control+Enter');
    const own = wall.locator('kantine-message').filter({ hasText: words }).first();
    await own.getByText(words).waitFor();
    await press(own.locator('.chip').first());
    await wallPage.waitForTimeout(2_000);
    await wallPage.close();
    const { page, me } = await open();
    await me.getByText(honest).waitFor();
    await row(me, 'posts').getByText('Iedereen die de groep leest').waitFor();
    await expectClean(page, place);
    await press(row(me, 'posts').getByRole('button', { name: /^Bekijken/ }));
    await me.locator('.rows').getByText(words).waitFor();
    await me.locator('.rows dt').getByText('Tekst', { exact: true }).first().waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('it is taken along, with every word', async () => {
    const { page, me } = await open();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(button(me, 'Alles downloaden (JSON)')),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain(words);
    await page.close();
  });

  it('one kind of rows is erased by itself, after how much goes and that the rest stays was said', async () => {
    const { page, me } = await open();
    await press(row(me, 'memberships').getByRole('button', { name: /^Wissen/ }));
    await me.getByText(/^\s*Dit verdwijnt: Open groepen waar je in zit/).waitFor();
    await me.getByText('Al het andere blijft.').waitFor();
    await expectClean(page, place);
    await press(button(me, 'Definitief wissen'));
    await me.getByText(/^\s*Klaar: /).waitFor({ timeout: 120_000 });
    await expect.poll(() => row(me, 'memberships').count(), { timeout: 60_000 }).toBe(0);
    await row(me, 'posts').waitFor();
    await page.close();
  });

  it('reactions are erased, after how many go was said, and the number falls', async () => {
    const { page, me } = await open();
    await row(me, 'reactions').waitFor();
    await press(button(me, 'Wat wil je wissen?'));
    await me.getByText('Wat ik gaf: emoji’s en bedankjes', { exact: true }).click();
    await me.getByText(/^\s*Dit verdwijnt: .*Emoji’s/).waitFor();
    await expectClean(page, place);
    await press(button(me, 'Definitief wissen'));
    await me.getByText(/^\s*Klaar: /).waitFor({ timeout: 120_000 });
    await expect.poll(() => row(me, 'reactions').count(), { timeout: 60_000 }).toBe(0);
    await row(me, 'posts').waitFor();
    await page.close();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
