/** The three designs as a production build, and a browser to open them in. */
import { launchOptions } from '@kantine/tooling/chromium';
import { chunkGroups } from '@kantine/tooling/chunks';
import { compactPlugin } from '@kantine/tooling/compact';
import { chromium } from 'playwright';
import type { CDPSession, Page } from 'playwright';
import { build, defaultClientConditions, preview } from 'vite';
import type { WallSize } from '../page/content.ts';
import type { BenchPage } from '../page/offer.ts';
import { withoutIcons } from './icons.ts';

const root = `${import.meta.dirname}/../page`;

export const designs = ['ours', 'plain', 'fluent'] as const;
export type DesignName = (typeof designs)[number];

export const designNames: Readonly<Record<DesignName, string>> = {
  ours: 'ours',
  plain: 'a plain design in raw DOM',
  fluent: 'Fluent UI + react-virtuoso',
};

declare global {
  /** Of the page that is measured. */
  const bench: BenchPage;
}

/** A wall that is opened in one of the designs. */
export interface Visit {
  readonly design: DesignName;
  readonly size: WallSize;
  /** By how much the processor is slowed down; 1 is its own speed. */
  readonly slowdown?: number;
}

export interface Tab {
  readonly page: Page;
  readonly devTools: CDPSession;
  /** Goes to the wall. */
  open(): Promise<unknown>;
}

export interface Pages {
  /**
   * Gives a visit a tab of its own, with nothing left of an earlier one, and closes it after use. The tab shows an
   * empty page of the same address, like a reader who comes from another page of the intranet: starting a process
   * is no part of a visit.
   */
  visit<Result>(visit: Visit, use: (tab: Tab) => Promise<Result>): Promise<Result>;
  /** Opens a page on which nothing is timed. */
  plain<Result>(name: 'own-writes', use: (page: Page) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Builds some pages together: their common modules become files of their own, which each of them then loads one by
 * one. Our elements come in the same files as in the Confluence app.
 * @param isFirst whether what an earlier build left goes.
 */
async function buildPages(names: readonly string[], isFirst: boolean): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [withoutIcons(), compactPlugin],
    resolve: { conditions: ['@kantine/source', ...defaultClientConditions] },
    build: {
      target: 'es2022',
      emptyOutDir: isFirst,
      rolldownOptions: {
        input: names.map((name) => `${root}/${name}.html`),
        output: { codeSplitting: { groups: chunkGroups } },
      },
    },
  });
}

export async function openPages(): Promise<Pages> {
  await buildPages(['empty', ...designs], true);
  // Apart, or a design would load in more files than it does on a page of its own.
  await buildPages(['own-writes'], false);
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch(launchOptions);
  return {
    visit: async ({ design, size, slowdown = 1 }, use) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
      try {
        const page = await context.newPage();
        page.on('pageerror', (error) => console.error(error));
        const devTools = await context.newCDPSession(page);
        await page.goto(`${address}empty.html`);
        await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
        const wall = `${address}${design}.html?posts=${size.posts}&pageSize=${size.pageSize}`;
        return await use({ page, devTools, open: () => page.goto(wall) });
      } finally {
        await context.close();
      }
    },
    plain: async (name, use) => {
      const page = await browser.newPage();
      try {
        page.on('pageerror', (error) => console.error(error));
        await page.goto(`${address}${name}.html`);
        await page.waitForFunction(() => 'ownWrites' in globalThis);
        return await use(page);
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
