/** Which of our scripts a browser loads for a wall with real posts: those that the size check counts, and no other. */
import { basename } from 'node:path';
import { scriptsOf } from '@kantine/tooling/first-load';
import type { FirstLoad } from '@kantine/tooling/first-load';
import type { FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CanvasPage } from '../sharepoint/server/pages.ts';
import { intranetUnderTest } from './intranet-under-test.ts';
import type { IntranetUnderTest } from './intranet-under-test.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

/** Reads English on both pages. */
const reader = 'olivia.barnes';
/** Long enough for the next script to be asked for. */
const quiet = 1_000;

/** The names of the scripts under an address that a page asks for, until it asks for no more. */
function scriptsFrom(page: Page, address: RegExp): () => Promise<string[]> {
  const asked = new Set<string>();
  let last = Date.now();
  page.on('request', (request) => {
    if (request.resourceType() !== 'script' || !address.test(request.url())) return;
    asked.add(basename(request.url()));
    last = Date.now();
  });
  return async () => {
    await expect.poll(() => Date.now() - last, { timeout: 20_000 }).toBeGreaterThan(quiet);
    return [...asked].sort();
  };
}

const counted = (name: FirstLoad): string[] =>
  scriptsOf(name)
    .map(({ file }) => basename(file))
    .sort();

/** The page as it would be with nothing but its wall. */
async function withoutOtherWebParts(page: Page): Promise<void> {
  await page.route('**/sharepoint/preload.json*', async (route) => {
    const response = await route.fetch();
    const preload = (await response.json()) as {
      site: string;
      sites: Record<string, Record<string, CanvasPage>>;
    };
    const { home } = preload.sites[preload.site] ?? {};
    const [section] = home?.sections ?? [];
    const [wall] = section?.columns.flat() ?? [];
    if (!home || !section || !wall) throw new Error('The page has no wall.');
    const sections = [{ ...section, columns: [[wall]] }];
    const pages = { home: { ...home, sections } };
    await route.fulfill({ response, json: { ...preload, sites: { [preload.site]: pages } } });
  });
}

async function withoutOtherMacros(page: Page): Promise<void> {
  let frames = 0;
  await page.route('**/*', async (route) => {
    const request = route.request();
    const isFrame = request.isNavigationRequest() && request.frame() !== page.mainFrame();
    if (isFrame) frames += 1;
    await (isFrame && frames > 1 ? route.abort() : route.continue());
  });
}

const posts = (place: Page | FrameLocator) => place.locator('kantine-wall kantine-post');

describe('the size check counts what a browser loads for a wall with real posts', () => {
  it('on a SharePoint page', async () => {
    let scripts = (): Promise<string[]> => Promise.resolve([]);
    const page = await intranet.open(reader, 'sharepoint', {
      prepare: async (page) => {
        scripts = scriptsFrom(page, /\/sharepoint\/apps\//);
        await withoutOtherWebParts(page);
      },
    });
    expect(await scripts()).toEqual(counted('SharePoint page, first load'));
    expect(await posts(page).count()).toBe(10);
    expect(await page.locator('kantine-kudos, kantine-groups').count()).toBe(0);
  });

  it('on a Confluence page', async () => {
    let scripts = (): Promise<string[]> => Promise.resolve([]);
    const page = await intranet.open(reader, 'confluence', {
      until: 'iframe',
      prepare: async (page) => {
        scripts = scriptsFrom(page, /\/social\/assets\//);
        await withoutOtherMacros(page);
      },
    });
    const frame = page.locator('iframe').first().contentFrame();
    await posts(frame).first().waitFor();
    expect(await scripts()).toEqual(counted('Confluence page, first load'));
    expect(await posts(frame).count()).toBe(10);
  });
});
