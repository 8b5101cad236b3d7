/** What needs a real browser: rendering against raw DOM, and one reaction among many posts. */
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium } from 'playwright';
import { build, defaultClientConditions, preview } from 'vite';
import type { Measure } from './measure.ts';

const root = `${import.meta.dirname}/page`;

export async function measureInBrowser(): Promise<Measure[]> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@kantine/source', ...defaultClientConditions] },
    build: { target: 'es2022', emptyOutDir: true },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    preview: { port: 0, host: '127.0.0.1' },
  });
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    // The page measures before it counts as loaded.
    await page.goto(server.resolvedUrls?.local[0] ?? '', { waitUntil: 'commit' });
    await page.waitForFunction('window.results', undefined, { timeout: 180_000 });
    return (await page.evaluate('window.results')) as Measure[];
  } finally {
    await browser.close();
    await server.close();
  }
}
