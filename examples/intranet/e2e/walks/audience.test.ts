/**
 * Who reads what one writes: told above the field of both hosts' pages; and in a closed group, asked about once
 * where somebody was let in while one wrote.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { violations } from '../violations.ts';
import { press } from '../pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const owner = 'marijke.hoogland';
const founder = 'nadia.belkacem';
const stranger = 'olivia.barnes';
const name = 'Reorganisatie';

/** What a field says above it, once it is entered. */
async function audienceOf(wall: Locator): Promise<string> {
  await wall.getByRole('textbox', { name: /^Write to/ }).click();
  const label = wall.locator('kantine-composer.new .audience summary');
  await label.waitFor();
  return (await label.textContent())?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

/** The first wall of the page. */
const wallOn = (page: Page): Locator => page.locator('kantine-wall').first();
/** Dutch, since that is the language of the reader's account. */
const confluenceReach = /^ ?Every(?:one|body) .*can read this/;

const groups = (page: Page) => page.locator('kantine-groups');
const openGroups = (person: string): Promise<Page> =>
  intranet.open(person, 'sharepoint', { until: 'kantine-groups h2' });
const button = (page: Page, text: string) =>
  groups(page).getByRole('button', { name: text, exact: true });

describe('an open group', () => {
  it('on SharePoint: the site’s reach, and how many have joined', async () => {
    const page = await intranet.open(stranger, 'sharepoint');
    const said = await audienceOf(wallOn(page));
    expect(said).toMatch(/can read this/);
    expect(said).toMatch(/\d+ (?:people have|person has) joined this group: /);
    await wallOn(page).locator('kantine-composer.new .audience summary').click();
    await page
      .getByText('Administrators of this site can read everything in it, as they can everywhere.')
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('on Confluence: the space’s reach, asked by the page', async () => {
    const page = await intranet.open(stranger, 'confluence', { until: 'iframe' });
    const wall = page.locator('iframe').first().contentFrame().locator('kantine-wall').first();
    await wall.locator('kantine-post').first().waitFor();
    await wall.getByRole('textbox', { name: /De Kantine/ }).click();
    const label = wall.locator('kantine-composer.new .audience summary');
    await expect.poll(() => label.textContent()).toMatch(confluenceReach);
    expect(await label.textContent()).toMatch(/joined this group: /);
  });
});

describe('a closed group on SharePoint', () => {
  it('is exact, and asks once where somebody was let in meanwhile', async () => {
    const page = await openGroups(founder);
    await press(button(page, 'Start a group'));
    await groups(page).getByRole('textbox', { name: 'What is it called?' }).fill(name);
    await groups(page)
      .getByRole('radio', { name: /^Closed/ })
      .check();
    await press(button(page, 'Start group'));
    await groups(page).getByText('An owner of this site has been asked').waitFor();
    const office = await openGroups(owner);
    await press(button(office, `Approve: ${name}`));
    await groups(office).getByText(`“${name}” is set up.`).waitFor({ timeout: 120_000 });

    const writer = await openGroups(founder);
    await press(button(writer, name));
    const wall = groups(writer).locator('kantine-wall');
    expect(await audienceOf(wall)).toBe('Only you can read this. People who join later can too.');
    await wall.getByRole('textbox', { name: `Write to ${name}` }).fill('Nog niet voor iedereen');

    const steward = await openGroups(founder);
    await press(button(steward, `Members: ${name}`));
    await groups(steward)
      .getByRole('combobox', { name: 'Let colleagues in' })
      .fill('Olivia Barnes');
    await groups(steward).getByRole('option', { name: 'Olivia Barnes' }).click();
    await press(button(steward, 'Let in'));
    await groups(steward).getByText('They are members now.').waitFor();

    await press(wall.getByRole('button', { name: 'Post', exact: true }));
    const question = wall.getByRole('group', {
      name: 'One more person can read this since you began: Olivia. Post to all of them?',
    });
    await question.waitFor();
    expect(await wall.locator('kantine-post').count()).toBe(0);
    expect(await violations(writer)).toEqual([]);
    await press(question.getByRole('button', { name: 'Post', exact: true }));
    await wall.locator('kantine-post').filter({ hasText: 'Nog niet voor iedereen' }).waitFor();
    const label = await audienceOf(wall);
    expect(label).toBe('2 people can read this: you and Olivia. People who join later can too.');
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error', () => {
    expect(intranet.trouble.filter((each) => !/status of 40[34]/.test(each))).toEqual([]);
  });
});
