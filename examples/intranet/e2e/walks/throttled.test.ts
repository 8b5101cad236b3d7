/** A tenant that answers 429 with Retry-After, as SharePoint Online does when it is busy. */
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

const employee = 'nadia.belkacem';
const line = (page: Page) => page.getByRole('textbox', { name: /^Write to / });
const postWith = (page: Page, text: string) =>
  page.locator('kantine-post').filter({ hasText: text });

describe('a throttled tenant', () => {
  it('S-B5: makes a page come later, where it asks to be asked again soon', async () => {
    const relent = intranet.throttle(1);
    const opening = intranet.open(employee, 'sharepoint');
    const wait = new Promise<'waits'>((resolve) => setTimeout(resolve, 2500, 'waits'));
    expect(await Promise.race([opening, wait])).toBe('waits');
    relent();
    const page = await opening;
    expect(await page.locator('kantine-post').count()).toBeGreaterThan(0);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('S-B5: is left alone for as long as it asks, keeps every word, and takes it once afterwards', async () => {
    const page = await intranet.open(employee, 'sharepoint');
    const text = 'Dit komt aan, al is het druk';
    const relent = intranet.throttle(20);
    await line(page).fill(text);
    await press(page.getByRole('button', { name: 'Post', exact: true }));
    const said = page.locator('kantine-wall kantine-composer').getByText('The server is busy');
    await said.waitFor();
    expect(await line(page).inputValue()).toBe(text);
    expect(await violations(page)).toEqual([]);

    const asked: string[] = [];
    page.on('request', (request) => {
      asked.push(...(request.postData()?.match(/^(?:GET|POST) .*$/gm) ?? []));
    });
    await page.waitForTimeout(8000);
    // How far the wall was read is noted once, whatever else happens; nothing is looked for.
    expect(asked.filter((line) => !line.includes('KantineReadMarks'))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(1);

    relent();
    await press(page.getByRole('button', { name: 'Post', exact: true }));
    await postWith(page, text).getByRole('button', { name: 'Edit' }).waitFor({ timeout: 30_000 });
    expect(await postWith(page, text).count()).toBe(1);
  });

  it('broke no policy and reported no error but the refusals', () => {
    expect(intranet.trouble.filter((each) => !each.includes('status of 429'))).toEqual([]);
  });
});
