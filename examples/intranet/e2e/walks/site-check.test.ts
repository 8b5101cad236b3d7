/** An owner checks a site from the packaged web parts, with a colleague. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const employee = 'nadia.belkacem';

const pane = (page: Page) => page.getByRole('complementary', { name: 'Web part settings' });

/** The address of the site, from what its web parts asked. */
async function siteOf(page: Page): Promise<string> {
  const request = page.waitForRequest(/\/_api\//);
  await page.reload();
  return (await request).url().replace(/\/_api\/.*/, '');
}

/** What a check made that is still there. */
const left = (page: Page, site: string): Promise<readonly string[]> =>
  page.evaluate(async (address) => {
    const found: string[] = [];
    for (const path of ['lists', 'siteGroups', 'recycleBin']) {
      const response = await fetch(`${address}/_api/web/${path}?$select=Title`, {
        headers: { Accept: 'application/json;odata=nometadata' },
      });
      const { value } = (await response.json()) as { value: readonly { Title: string }[] };
      found.push(...value.map(({ Title }) => Title));
    }
    return found.filter((title) => title.startsWith('KantineCheck'));
  }, site);

async function openCheck(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await press(page.getByRole('button', { name: 'Edit properties of Wall' }));
  const opened = page.waitForEvent('popup');
  await pane(page).getByRole('link', { name: 'Check this site' }).click();
  const check = await opened;
  check.setDefaultTimeout(30_000);
  await check.getByRole('heading', { name: 'Check this site' }).waitFor();
  return check;
}

describe('checking a site', () => {
  it('an owner finds it, a colleague opens the link, and the table says the right thing', async () => {
    const page = await intranet.open(owner, 'sharepoint');
    const site = await siteOf(page);
    await page.locator('kantine-wall kantine-post').first().waitFor();
    const check = await openCheck(page);
    expect(await violations(check)).toEqual([]);
    await press(check.getByRole('button', { name: 'Check', exact: true }));
    await press(check.getByRole('button', { name: 'Make a link' }));
    const link = check.getByRole('textbox', { name: 'Link for your colleague' });
    await link.waitFor();
    expect((await left(check, site)).length).toBe(4);

    const colleague = await intranet.open(employee, 'sharepoint');
    await colleague.evaluate(
      (hash) => {
        location.hash = hash;
      },
      new URL(await link.inputValue()).hash,
    );
    await colleague.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
    await colleague.getByText('Done. Thank you!').waitFor({ timeout: 30_000 });
    await check.getByText('Your colleague is done.').waitFor();

    const rows = check.getByRole('row');
    for (const [fact, answer, means] of [
      ['The server says what time it is', 'Sent', 'Kantine expects this'],
      ['The page has a policy for scripts', 'In force', 'you see this page'],
      ['A group becomes the owner of a group, by REST', 'Refused', 'Kantine expects this'],
      ['by client.svc', 'Works', 'Closed groups can be approved'],
      ['A list in which people keep to their own rows', 'Kept', 'Kantine expects this'],
      ['A list of which one row is shared', 'Works', 'Kantine expects this'],
      ['changes the author or date', 'Refused', 'Kantine expects this'],
      ['A member leaves a group alone', 'Refused', 'ask a steward'],
    ] as const) {
      const row = rows.filter({ hasText: fact });
      expect(await row.count(), fact).toBe(1);
      expect(await row.innerText()).toContain(answer);
      expect(await row.innerText()).toContain(means);
    }
    expect(await rows.filter({ hasText: 'Could not be tried' }).count()).toBe(0);
    expect(await violations(check)).toEqual([]);
    expect(await left(check, site)).toEqual([]);

    await press(check.getByRole('button', { name: 'Close' }));
    expect(await check.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => new URL(check.url()).hash).toBe('');
  });

  it('leaves nothing behind when the owner closes it while a colleague is waited for', async () => {
    const page = await intranet.open(owner, 'sharepoint');
    const site = await siteOf(page);
    await page.locator('kantine-wall kantine-post').first().waitFor();
    const check = await openCheck(page);
    await press(check.getByRole('button', { name: 'Check', exact: true }));
    await press(check.getByRole('button', { name: 'Make a link' }));
    await check.getByRole('textbox', { name: 'Link for your colleague' }).waitFor();
    await press(check.getByRole('button', { name: 'Close' }));
    await expect.poll(() => left(check, site), { timeout: 20_000 }).toEqual([]);
  });

  it('tells an employee that it is for owners', async () => {
    const page = await intranet.open(employee, 'sharepoint');
    await page.evaluate(() => {
      location.hash = '#kantine-check';
    });
    await press(page.getByRole('button', { name: 'Check', exact: true }));
    await page.getByText('You have no access to this').waitFor();
  });

  it('is not loaded by a page that nobody checks', async () => {
    const loaded: string[] = [];
    const page = await intranet.open(employee, 'sharepoint', {
      prepare: async (opened) => void opened.on('request', (each) => loaded.push(each.url())),
    });
    await page.waitForTimeout(3000);
    expect(loaded.filter((url) => url.includes('kantine'))).not.toEqual([]);
    expect(loaded.filter((url) => url.includes('chunk.check'))).toEqual([]);
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error of the page’s own', () => {
    // The browser reports answers that a check asks for, such as 403.
    expect(intranet.trouble.filter((each) => !each.includes('status of'))).toEqual([]);
  });
});
