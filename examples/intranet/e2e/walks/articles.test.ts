/**
 * An article on both packages, in Dutch, with the keyboard: a colleague begins it, goes on with it in another
 * browser and publishes it; another reads it, subscribes and answers. One that waits is its writer's alone.
 */
import type { Company } from '@kantine/company';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { onConfluence, onSharePoint } from '../places.ts';
import { button, press } from '../pressing.ts';
import { smallCompany } from '../small-company.ts';
import { violations } from '../violations.ts';

const ada = 'nadia.belkacem';
const bo = 'dennis.vanderkolk';
const series = 'Aan de lange tafel';
const first = 'Waarom de soep om twaalf uur op is';
const second = 'Wat er met het laatste brood gebeurt';
const held = 'Morgen pas';

/** One group, with the first part of a series. */
function writingCompany(): Company {
  const company = smallCompany();
  const [group] = company.groups;
  if (!group) throw new Error('The company has no group.');
  const createdAt = Math.max(...company.posts.map((post) => post.createdAt));
  const words = { title: first, lead: 'Het ligt niet aan de soep.', series };
  const cover = { colour: 'amber', icon: 'people' } as const;
  const text = '# Elf uur vijftig\n\nDan begint de rij.\n\n- soep\n- brood';
  const article = {
    id: 'a-01',
    groupId: group.id,
    authorId: ada,
    ...words,
    cover,
    text,
    createdAt,
  };
  return { ...company, articles: [article] };
}

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(writingCompany());
});
afterAll(() => intranet.close());

describe.each([
  ['SharePoint', onSharePoint],
  ['Confluence', onConfluence],
] as const)('on %s', (name, place) => {
  const title = `${second} (${name})`;
  const open = async (person: string): Promise<{ page: Page; blog: Locator }> => {
    const page = await place.openWall(intranet, person);
    await page.getByRole('link', { name: 'Artikelen' }).click();
    const blog = place.in(page, 'kantine-blog');
    await blog.getByRole('heading', { name: 'Artikelen' }).waitFor();
    return { page, blog };
  };
  const field = (blog: Locator, label: string) => blog.getByRole('textbox', { name: label });

  it('is begun as a draft, gone on with in another browser, and published with the keyboard', async () => {
    const begun = await open(ada);
    await press(button(begun.blog, 'Schrijven'));
    await field(begun.blog, 'Titel').focus();
    await begun.page.keyboard.type(title);
    await begun.page.keyboard.press('Tab');
    await begun.page.keyboard.press('Tab');
    await begun.page.keyboard.type('Het wordt soep. Het begin van');
    if (place.host === 'sharepoint') expect(await violations(begun.page)).toEqual([]);
    await press(button(begun.blog, 'Als concept bewaren'));
    await begun.blog.getByRole('heading', { name: title }).waitFor();
    await begun.page.close();

    const { page, blog } = await open(ada);
    await press(button(blog, 'Je concepten'));
    await press(blog.getByRole('button', { name: /^Verder schrijven/ }));
    await expect.poll(() => field(blog, 'Tekst').inputValue()).toContain('Het begin van');
    await field(blog, 'Tekst').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' een kringloop.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('## Wie het mag hebben');
    await field(blog, 'Reeks').focus();
    await page.keyboard.type(series);
    await blog.getByRole('combobox', { name: 'Groep' }).selectOption({ label: 'De Kantine' });
    await press(button(blog, 'Publiceren'));
    await blog.getByRole('heading', { name: 'Wie het mag hebben' }).waitFor();
    await blog.getByText(/Deel 2 van/).waitFor();
    if (place.host === 'sharepoint') expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('is read, subscribed to and answered by a colleague, who has its series, too', async () => {
    const { page, blog } = await open(bo);
    await press(button(blog, title));
    await blog.getByText('een kringloop.').waitFor();
    await press(blog.getByRole('button', { name: /^Abonneren op Nadia/ }));
    await expect
      .poll(() =>
        blog.getByRole('button', { name: /^Abonneren op Nadia/ }).getAttribute('aria-pressed'),
      )
      .toBe('true');
    const conversation = blog.locator('kantine-conversation');
    await press(button(conversation, 'Antwoorden').first());
    await conversation.getByRole('textbox').first().waitFor();
    await page.keyboard.type('Ik kom morgen om elf uur.');
    await page.keyboard.press('Control+Enter');
    await conversation.getByText('Ik kom morgen om elf uur.').waitFor();
    await press(button(blog, 'Vorig deel'));
    await blog.getByRole('heading', { name: 'Elf uur vijftig' }).waitFor();
    await press(button(blog, 'Alle artikelen'));
    await press(button(blog, 'Geabonneerd'));
    await button(blog, title).waitFor();
    await page.close();
  });

  it('that waits is its writer’s alone, who is told who could find it until then', async () => {
    const { page, blog } = await open(ada);
    await press(button(blog, 'Schrijven'));
    await field(blog, 'Titel').fill(held);
    await field(blog, 'Tekst').fill('Dit is van morgen.');
    await blog.getByRole('combobox', { name: 'Groep' }).selectOption({ label: 'De Kantine' });
    await blog.getByRole('radio', { name: 'Op een moment' }).focus();
    await page.keyboard.press('Space');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await blog.getByLabel('Dag en tijd').fill(tomorrow);
    const told =
      place.host === 'sharepoint' ? 'al in de lijsten van de site' : 'kun alleen jij het lezen';
    await blog.getByText(told).waitFor();
    await press(button(blog, 'Op dat moment publiceren'));
    await blog.getByRole('heading', { name: 'Wacht op verschijnen' }).waitFor();
    await blog.getByRole('heading', { name: held }).waitFor();
    await page.close();
    const other = await open(bo);
    await button(other.blog, first).waitFor();
    expect(await button(other.blog, held).count()).toBe(0);
    await other.page.close();
  });
});

it('breaks no policy and reports no error', () => {
  expect(intranet.trouble).toEqual([]);
});
