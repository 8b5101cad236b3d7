/** What is new in a group, and somebody whom one would rather not see: on both packages, in Dutch. */
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

const reader = 'nadia.belkacem';
const writer = 'dennis.vanderkolk';
const writersName = 'Dennis van der Kolk';
const group = 'De Kantine';
const texts = ['De soep is op.', 'De soep is er weer.', 'Nu is de soep te heet.'];

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('a group on %s', (_, place) => {
  const wallOf = (page: Page): Locator => place.in(page, 'kantine-wall').first();
  const postIn = (page: Page, text: string): Locator =>
    wallOf(page).locator('kantine-post').filter({ hasText: text });
  const open = (person: string) => place.openWall(intranet, person);

  /** What the list of groups says is new in the group; and the page that it stands on. */
  async function openNews(person: string) {
    // The wall beside it is read after two seconds.
    const page = await place.openGroups(intranet, person, { isMoving: true });
    const items = place.in(page, 'kantine-groups').locator('kantine-group-item');
    const item = items.filter({ hasText: group }).first();
    await item.waitFor();
    return { page, news: item.getByText(/nieuwe? berichte?n?$/) };
  }

  async function newsOf(person: string): Promise<string> {
    const { page, news } = await openNews(person);
    // The numbers come after the list.
    await page.waitForTimeout(1_500);
    const told = (await news.count()) === 0 ? 'nothing' : await news.innerText();
    await page.close();
    return told;
  }

  it('says how much is new: what others wrote since one read', async () => {
    const hers = await open(reader);
    await wallOf(hers).locator('kantine-post').first().waitFor();
    // A wall counts as read after two seconds before somebody's eyes.
    await hers.waitForTimeout(3_000);
    await expect.poll(() => newsOf(reader), { timeout: 30_000 }).toBe('nothing');
    await hers.close();
    const his = await open(writer);
    for (const text of texts) {
      await wallOf(his).getByRole('textbox').first().click();
      const composer = wallOf(his).locator('kantine-composer').first();
      await composer.getByRole('textbox').fill(text);
      await press(button(composer, 'Plaatsen'));
      await button(postIn(his, text), 'Bewerken').waitFor();
    }
    const { news } = await openNews(reader);
    await news.waitFor({ timeout: 30_000 });
    expect(await news.innerText()).toBe('3 nieuwe berichten');
  });

  it('folds what somebody wrote whom one would rather not see, who is not told', async () => {
    const page = await open(reader);
    await press(button(postIn(page, texts[0] ?? ''), writersName).first());
    const card = place.in(page, '[role="dialog"]').first();
    await press(card.getByRole('button', { name: `Ik zie ${writersName} liever niet` }));
    await card.getByRole('button', { name: 'Weer tonen' }).waitFor();
    await page.close();

    const again = await open(reader);
    const folded = wallOf(again).getByText('Een bericht van iemand die je liever niet ziet.');
    await folded.first().waitFor();
    for (const text of texts) expect(await postIn(again, text).count()).toBe(0);
    if (place.host === 'sharepoint') expect(await violations(again)).toEqual([]);
    await press(button(wallOf(again), 'Tonen').first());
    await postIn(again, texts[2] ?? '').waitFor();
    expect(await newsOf(reader)).toBe('nothing');

    const his = await open(writer);
    for (const text of texts) await postIn(his, text).waitFor();
    expect(await wallOf(his).getByText('liever niet ziet').count()).toBe(0);
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
