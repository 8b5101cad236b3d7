/** The packaged web parts on a SharePoint page: setting up, editing the page, its themes, its rest. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from './intranet-under-test.ts';
import type { IntranetUnderTest } from './intranet-under-test.ts';
import { violations } from './violations.ts';
import { press } from './pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const owner = 'marijke.hoogland';
const employee = 'nadia.belkacem';
const site = '/sites/nieuw';

const edit = (page: Page) => page.getByRole('button', { name: 'Edit', exact: true }).first();
const save = (page: Page) => page.getByRole('button', { name: 'Save and close' });
const pane = (page: Page) => page.getByRole('complementary', { name: 'Web part settings' });

async function configure(page: Page, webPart: string): Promise<void> {
  await edit(page).click();
  await press(page.getByRole('button', { name: `Edit properties of ${webPart}` }));
  await pane(page).getByRole('heading', { name: webPart }).waitFor();
}

/** The colour of a section and of the wall in it, as the reader sees them. */
const colours = (page: Page): Promise<{ section: string; text: string; scheme: string }> =>
  page.evaluate(() => {
    const wall = document.querySelector('kantine-wall') as HTMLElement;
    const section = wall.closest('section.canvas-section') as HTMLElement;
    const { color, colorScheme } = getComputedStyle(wall);
    return { section: getComputedStyle(section).backgroundColor, text: color, scheme: colorScheme };
  });

describe('a site that nobody has set up', () => {
  it('tells an employee whom to ask', async () => {
    const page = await intranet.open(employee, 'sharepoint', { site, until: 'kantine-setup' });
    await page.getByText('An owner of this site can do it with one button').waitFor();
    expect(await page.getByText('Marijke Hoogland').count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Set up' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('is set up by its owner, from one button to the first post of an employee', async () => {
    const page = await intranet.open(owner, 'sharepoint', { site, until: 'kantine-setup' });
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('button', { name: 'Set up' }));
    await page.getByText('This wall has no group yet').waitFor({ timeout: 60_000 });

    await edit(page).click();
    await press(page.getByRole('button', { name: 'Choose a group' }));
    await pane(page).getByRole('textbox', { name: 'Name of the new group' }).fill('De keuken');
    await pane(page).getByRole('button', { name: 'Start group' }).click();
    await page
      .locator('kantine-wall')
      .getByRole('heading', { name: 'De keuken' })
      .first()
      .waitFor();
    await save(page).click();
    await page.getByText('Page saved').waitFor();

    const colleague = await intranet.open(employee, 'sharepoint', { site, until: 'kantine-wall' });
    const text = 'Het eerste bericht op deze site';
    await colleague.getByRole('textbox', { name: 'Write to De keuken' }).fill(text);
    await press(colleague.getByRole('button', { name: 'Post', exact: true }));
    const post = colleague.locator('kantine-post').filter({ hasText: text });
    await post.getByRole('button', { name: 'Edit' }).waitFor();
  });
});

describe('editing the page', () => {
  it('a choice in the settings shows at once, and stays', async () => {
    const page = await intranet.open(owner, 'sharepoint');
    const posts = page.locator('kantine-post');
    expect(await posts.count()).toBe(10);
    await configure(page, 'Wall');
    await pane(page).getByRole('slider', { name: 'Posts shown at first' }).fill('4');
    await expect.poll(() => posts.count()).toBe(4);
    await pane(page).getByRole('radio', { name: 'Compact' }).check();
    await page.locator('kantine-wall[layout=compact]').waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('button', { name: 'Edit properties of Kudos' }));
    await pane(page).getByRole('checkbox', { name: 'Helps out' }).uncheck();
    await expect
      .poll(() => page.locator('kantine-thank-you').filter({ hasText: 'Helps out' }).count())
      .toBe(0);
    await press(page.getByRole('button', { name: 'Edit properties of Profile card' }));
    await pane(page).getByRole('combobox').fill('Olivia');
    await pane(page).getByRole('option', { name: 'Olivia Barnes' }).click();
    await page
      .locator('kantine-profile-card')
      .getByRole('heading', { name: 'Olivia Barnes' })
      .waitFor();
    await save(page).click();
    await page.getByText('Page saved').waitFor();

    const reader = await intranet.open(employee, 'sharepoint');
    await reader
      .locator('kantine-profile-card')
      .getByRole('heading', { name: 'Olivia Barnes' })
      .waitFor();
    expect(await reader.locator('kantine-post').count()).toBe(4);
  });
});

describe('themes', () => {
  it('follow the site and the section, live', async () => {
    const page = await intranet.open(employee, 'sharepoint');
    const light = await colours(page);
    expect(light).toMatchObject({ section: 'rgb(255, 255, 255)', scheme: 'light' });
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await expect
      .poll(() => colours(page))
      .toMatchObject({ section: 'rgb(27, 26, 25)', scheme: 'dark' });
    await expect.poll(() => violations(page)).toEqual([]);

    await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
    await edit(page).click();
    await page.getByRole('combobox', { name: 'Section background' }).first().selectOption('strong');
    await expect.poll(() => colours(page)).toMatchObject({ section: 'rgb(3, 120, 124)' });
    expect((await colours(page)).text).not.toBe(light.text);
    // Colours pass over into the new ones.
    await expect.poll(() => violations(page)).toEqual([]);
  });
});

describe('at rest', () => {
  it('asks nothing while nobody sees the page, and catches up afterwards', async () => {
    const page = await intranet.open(employee, 'sharepoint');
    const asked: string[] = [];
    // Microsoft's runtime fetches parts of itself whenever it likes.
    const isOfRuntime = (url: string): boolean => new URL(url).pathname.includes('/runtime/');
    page.on('request', (request) => {
      if (!isOfRuntime(request.url())) asked.push(request.url());
    });
    const see = (state: 'hidden' | 'visible'): Promise<void> =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', {
          value: visibility,
          configurable: true,
        });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await expect.poll(() => asked.length, { timeout: 15_000 }).toBeGreaterThan(0);
    await see('hidden');
    // What was on its way, and what follows from its answers, still arrives.
    let before = -1;
    while (before !== asked.length) {
      before = asked.length;
      await page.waitForTimeout(3000);
    }
    asked.length = 0;
    await page.waitForTimeout(8000);
    expect(asked).toEqual([]);
    await see('visible');
    await expect.poll(() => asked.length).toBeGreaterThan(0);
  });
});

describe('when SharePoint does not answer', () => {
  it('the composer keeps every word, and sends it once when it does again', async () => {
    const page = await intranet.open(employee, 'sharepoint');
    const text = 'Dit mag niet verloren gaan';
    await page.route('**/_api/**', (route) => route.abort());
    await page.getByRole('textbox', { name: /^Write to / }).fill(text);
    await press(page.getByRole('button', { name: 'Post', exact: true }));
    // Other widgets that ask at this moment say the same.
    const wall = page.locator('kantine-wall');
    await wall.locator('kantine-composer').getByText('The server could not be reached').waitFor();
    expect(await page.getByRole('textbox', { name: /^Write to / }).inputValue()).toBe(text);
    await page.unroute('**/_api/**');
    await press(page.getByRole('button', { name: 'Post', exact: true }));
    const post = page.locator('kantine-post').filter({ hasText: text });
    await post.getByRole('button', { name: 'Edit' }).waitFor();
    expect(await post.count()).toBe(1);
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error', () => {
    expect(intranet.trouble.filter((each) => !each.includes('net::ERR_FAILED'))).toEqual([]);
  });
});
