/**
 * An idea is put forward, half of it, encouraged and asked about; the steward says that it is being tried, and its
 * author sees it. On both packages, in Dutch, with the keyboard.
 */
import type { Company } from '@kantine/company';
import { buildCompany } from '@kantine/company';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { expectClean } from '../violations.ts';

const author = 'kevin.pinas';
const colleague = 'tineke.smit';
const steward = 'nadia.belkacem';
const idea = 'Wat als we op maandag soep zouden koken?';
const question = 'In welke pan?';
const why = 'Nadia leent de grote pan van haar zus.';

/** One group with two ideas of the company: one that waits, and one that was adopted. */
function companyWithIdeas(): Company {
  const company = smallCompany();
  const { ideas } = buildCompany({ seed: 20, now: Date.now() });
  const kept = ideas.filter(({ authorId }) => [colleague, 'romy.jansen'].includes(authorId));
  const [group] = company.groups;
  if (!group || kept.length !== 2) throw new Error('The company has other ideas.');
  return {
    ...company,
    ideas: kept.map((each) => ({
      ...each,
      groupId: group.id,
      fates: each.fates.map((fate) => ({ ...fate, by: steward })),
    })),
  };
}

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(companyWithIdeas());
});
afterAll(() => intranet.close());

const isFocused = (field: Locator) =>
  expect.poll(() => field.evaluate((each) => each.matches(':focus'))).toBe(true);

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (_, place) => {
  const open = async (person: string): Promise<{ page: Page; ideas: Locator }> => {
    const page = await place.openWall(intranet, person);
    await page.getByRole('link', { name: 'Ideeën' }).click();
    const ideas = place.in(page, 'kantine-ideas').first();
    await ideas.locator('kantine-idea').first().waitFor();
    return { page, ideas };
  };
  const ours = (ideas: Locator) => ideas.locator('kantine-idea').filter({ hasText: idea });

  it('half an idea is put forward', async () => {
    const { page, ideas } = await open(author);
    await press(button(ideas, 'Ik heb een idee, of een half'));
    await isFocused(ideas.getByRole('textbox', { name: 'Wat als…' }));
    await page.keyboard.type('we op maandag soep zouden koken?');
    const half = ideas.getByRole('checkbox', { name: 'Ik heb een half idee' });
    await half.focus();
    await page.keyboard.press('Space');
    await expectClean(page, place);
    await press(button(ideas, 'Voorleggen'));
    await ours(ideas).getByText('Een half idee').waitFor();
    await expect.poll(() => ideas.locator('kantine-idea').count()).toBe(3);
    await page.close();
  });

  it('a colleague would try it, and has a question', async () => {
    const { page, ideas } = await open(colleague);
    const found = ours(ideas);
    const tries = found.getByRole('button', { name: 'Dit zou ik proberen' });
    await press(tries);
    await expect.poll(() => tries.getAttribute('aria-pressed')).toBe('true');
    await press(button(found, 'Ik heb een vraag'));
    const field = found.locator('kantine-composer').getByRole('textbox');
    await isFocused(field);
    await page.keyboard.type(question);
    await page.keyboard.press('Control+Enter');
    await found.locator('kantine-message').getByText(question).waitFor();
    await expectClean(page, place);
    // Her own idea has waited for three weeks.
    await ideas.getByText('let hier op de ideeën en is eraan herinnerd').waitFor();
    await page.close();
  });

  it('the steward is told of the one that waits, among what waits for them', async () => {
    const page = await place.openWall(intranet, steward);
    await page.getByRole('link', { name: 'Voor jou' }).click();
    const forYou = place.in(page, 'kantine-catch-up').first();
    const waits = forYou.getByRole('button', { name: /Het idee van .*Tineke Smit.* werkdagen/ });
    await waits.waitFor();
    await expectClean(page, place);
    await press(waits);
    await forYou.locator('kantine-idea').getByText('Eén zin is genoeg.').waitFor();
    await expectClean(page, place);
    await page.close();
  });

  it('the steward says that it is being tried, by whom and until when', async () => {
    const { page, ideas } = await open(steward);
    const found = ours(ideas);
    await found.getByText('Bereid dit te proberen').waitFor();
    await press(button(found, 'Zeggen wat ermee gebeurt'));
    await isFocused(found.getByRole('radio', { name: 'Wordt besproken' }));
    await page.keyboard.press('ArrowDown');
    await found.getByRole('combobox', { name: 'Wie probeert het?' }).focus();
    await page.keyboard.type('Tineke');
    await found.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const year = new Date().getFullYear() + 1;
    await found.getByLabel('Tot wanneer?').fill(`${year}-03-12`);
    await found.getByRole('textbox', { name: 'Zeg het in één zin' }).fill(why);
    await expectClean(page, place);
    await press(button(found, 'Bekendmaken'));
    await found.getByText(why).waitFor();
    await page.close();
  });

  it('and its author sees it', async () => {
    const { page, ideas } = await open(author);
    const found = ours(ideas);
    await found.getByText(why).waitFor();
    await found.getByText(/probeert het tot 12 maart/).waitFor();
    expect(await found.locator('[aria-current=step]').textContent()).toContain('Wordt geprobeerd');
    await press(button(found, '1 reactie tonen'));
    await found.locator('kantine-message').getByText(question).waitFor();
    await page.close();
  });

  it('on the wall it is a post with a small label', async () => {
    const page = await place.openWall(intranet, colleague);
    const post = place.in(page, 'kantine-post').filter({ hasText: idea }).first();
    await post.locator('.tag').getByText('Idee', { exact: true }).waitFor();
    await page.close();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
