/** The real built pages over a real server and file, in as many windows of Chromium as a test has people. */
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium } from 'playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { Company } from '@kantine/company';
import { serverUnderTest } from './server-under-test.ts';

export type HostPage = 'sharepoint' | 'confluence';

export interface IntranetUnderTest {
  /** A person's own browser, on one of the pages. */
  open(person: string, page: HostPage, options?: OpenOptions): Promise<Page>;
  /** Stops the server and starts it again on the same file and port. */
  restart(): Promise<void>;
  /** Lets the tenant answer as busy whatever Kantine asks and writes in batches. @returns lets it answer again */
  throttle(retryAfter: number): () => void;
  /** What pages reported as wrong: errors, refusals of the content security policy. */
  readonly trouble: readonly string[];
  close(): Promise<void>;
}

interface OpenOptions extends BrowserContextOptions {
  readonly language?: string;
  readonly theme?: 'light' | 'dark';
  /** A site of SharePoint, other than the company's. */
  readonly site?: string;
  /** What is done with the page before it goes anywhere. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is waited for; a post unless told otherwise. */
  readonly until?: string;
  /** Which post the page's address names: `<group>/<post>`. */
  readonly link?: string;
  /** For what a page shows only at first: it is not waited until nothing moves on it. */
  readonly isMoving?: true;
}

/**
 * Waits until nothing on the page moves any more: a widget that is filled pushes those below it down, and a
 * click that begins on a button ends on what stands there then.
 */
async function atRest(page: Page): Promise<void> {
  // Pages that are told to wait, or that hear of others all the time, are never quite idle.
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
  const places = () =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName === 'iframe' || localName.startsWith('kantine-'))
        .map((element) => element.getBoundingClientRect());
      return JSON.stringify(boxes.map(({ top, height }) => [top, height]));
    });
  for (let before, now = await places(); before !== now; now = await places()) {
    before = now;
    await page.waitForTimeout(250);
  }
}

/** @param moving who moves in first; unless told otherwise the small company is there already. */
export async function intranetUnderTest(moving?: Company): Promise<IntranetUnderTest> {
  const server = await serverUnderTest(moving);
  const { url } = server;
  const browser: Browser = await chromium.launch(launchOptions);
  const trouble: string[] = [];

  async function open(
    person: string,
    hostPage: HostPage,
    {
      language = 'en',
      theme = 'light',
      site,
      link,
      prepare,
      until = 'kantine-wall kantine-post',
      isMoving,
      ...options
    }: OpenOptions = {},
  ): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', ({ message }) => trouble.push(message));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      trouble.push(`${message.text()} ${message.location().url}`);
    });
    await prepare?.(page);
    const parameters = new URLSearchParams({ as: person, language, theme });
    if (site !== undefined) parameters.set('site', site);
    if (link !== undefined) parameters.set('kantine', link);
    await page.goto(`${url}/${hostPage}?${parameters.toString()}`);
    await page.locator(until).first().waitFor();
    if (!isMoving) await atRest(page);
    return page;
  }

  return {
    open,
    trouble,
    throttle: (retryAfter) => server.throttle(retryAfter),
    restart: () => server.restart(),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
