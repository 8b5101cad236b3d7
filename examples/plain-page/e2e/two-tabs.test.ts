import { build, preview } from 'vite';
import type { PreviewServer } from 'vite';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchOptions } from '@kantine/tooling/chromium';

const root = new URL('..', import.meta.url).pathname;
let server: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  await build({ root, logLevel: 'error' });
  server = await preview({ root, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  browser = await chromium.launch(launchOptions);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const address = (person: string): string => `${server.resolvedUrls?.local[0] ?? ''}?as=${person}`;

async function post(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write to The long table' }).fill(text);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
}

it('keeps two people in two tabs in step, and everything after a reload', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const ada = await context.newPage();
  await ada.goto(address('ada'));
  await ada.getByText('It is quiet here').waitFor();
  const sam = await context.newPage();
  await sam.goto(address('sam'));

  await post(ada, 'Soup at half past twelve?');
  await sam.getByText('Soup at half past twelve?').waitFor();
  await sam.getByRole('button', { name: 'Like', exact: true }).click();
  await ada.getByRole('button', { name: 'Like: 1' }).waitFor();

  await ada.reload();
  await ada.getByText('Soup at half past twelve?').waitFor();
  expect(await ada.getByRole('button', { name: 'Like: 1' }).count()).toBe(1);
  await context.close();
});
