import { asUser, route } from '@forge/api';
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startForge, type RunningForge } from './start.ts';
import { OFFICE, SAMPLE_APP } from './testing/office.ts';
import { scenarios } from './testing/sample-app/src/scenarios.ts';
import type { Board } from './testing/sample-app/static/board/board.ts';

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

let forge: RunningForge;
let browser: Browser;

beforeAll(async () => {
  const root = `${SAMPLE_APP}/static/board`;
  const input = ['index.html', 'config.html'].map((name) => `${root}/${name}`);
  const target = 'es2022';
  await build({
    root,
    base: './',
    logLevel: 'error',
    build: { target, rolldownOptions: { input }, modulePreload: { polyfill: false } },
  });
  forge = await startForge({ app: SAMPLE_APP, site: OFFICE });
  browser = await chromium.launch(launchOptions);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await forge.close();
});

async function visit(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(forge.url + path);
  return page;
}

/** A macro's frame, once the app in it has started. */
async function macro(page: Page, at = 0): Promise<Frame> {
  const handle = await page.locator('iframe').nth(at).elementHandle();
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('There is no such frame.');
  await until(frame, 'board');
  return frame;
}

/** Asks again and again: a page's policy refuses what Playwright would wait with inside of it. */
async function until(frame: Frame, name: string, isThere = true): Promise<void> {
  const look = (name: string): boolean => name in globalThis;
  await expect.poll(() => frame.evaluate(look, name), { timeout: 20_000 }).toBe(isThere);
}

async function use(frame: Frame, name: keyof Board, payload = {}) {
  return frame.evaluate(
    async ({ name, payload }: { name: keyof Board; payload: object }) => {
      const { board } = globalThis as unknown as {
        board: Record<keyof Board, (p: object) => unknown>;
      };
      try {
        return await board[name](payload);
      } catch (error) {
        return `refused: ${(error as Error).message}`;
      }
    },
    { name, payload },
  );
}

it('calls a macro what the app calls it in the reader’s language', async () => {
  const titles = async (as: string) => {
    const page = await visit(`/wiki/spaces/OPEN/pages/1?as=${as}`);
    return page.locator('iframe').first().getAttribute('title');
  };
  expect(await titles('cy')).toBe('Notes');
  expect(await titles('ben')).toBe('Notizen');
});

it('shows a page with its macros, each window as its own person', async () => {
  const cy = await macro(await visit('/wiki/spaces/OPEN/pages/1?as=cy'));
  const ben = await macro(await visit('/wiki/spaces/OPEN/pages/1?as=ben&colorMode=dark'));
  expect(await use(cy, 'context')).toMatchObject({
    accountId: 'cy',
    localId: 'one',
    moduleKey: 'board',
    extension: { content: { id: '1' }, space: { key: 'OPEN' }, config: { topic: 'lunch' } },
  });
  expect(await use(ben, 'whoami', { accountId: 'ada' })).toMatchObject({
    payload: { accountId: 'ada' },
    context: { accountId: 'ben' },
  });
  expect(await use(ben, 'me')).toMatchObject({ accountId: 'ben', displayName: 'Ben Okri' });
  expect(await use(ben, 'fail')).toContain("Resolver has no definition for 'nothing'");
  expect(await use(ben, 'theme')).toEqual(['dark', expect.stringMatching(/^#/)]);
});

it('shows nothing to nobody, and no page that the person may not read', async () => {
  const status = async (path: string) => (await fetch(forge.url + path)).status;
  expect(await status('/wiki/spaces/OPEN/pages/1')).toBe(404);
  expect(await status('/wiki/spaces/TEAM/pages/2?as=cy')).toBe(404);
  expect(await status('/wiki/apps/polls?as=cy')).toBe(200);
  expect(await status('/wiki/apps/board?as=cy&content=2')).toBe(404);
});

it('keeps the app on another origin, without inline style or script', async () => {
  const page = await visit('/wiki/spaces/OPEN/pages/1?as=cy');
  const frame = await macro(page);
  expect(new URL(frame.url()).origin).not.toBe(new URL(page.url()).origin);
  expect(await use(frame, 'style')).toBe('');
  expect(await use(frame, 'inlineScript')).toBe(false);
});

it('follows the color mode of the product', async () => {
  const page = await visit('/wiki/spaces/OPEN/pages/1?as=cy');
  const frame = await macro(page);
  const [mode, light] = (await use(frame, 'theme')) as string[];
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await frame.locator('html[data-color-mode=dark]').waitFor();
  expect(mode).toBe('light');
  expect(await use(frame, 'theme')).not.toContain(light);
});

it('carries realtime events between people, and page events between frames', async () => {
  const [cy, ben] = await Promise.all(
    ['cy', 'ben'].map(async (as) => visit(`/wiki/spaces/OPEN/pages/1?as=${as}`)),
  );
  if (!cy || !ben) throw new Error('Two windows are needed.');
  const heard = await macro(ben);
  await macro(ben, 1);
  await use(await macro(cy), 'publish', { note: 7 });
  await heard.getByText('["realtime",{"note":7}]').waitFor();
  await use(await macro(ben, 1), 'emit', { note: 8 });
  await heard.getByText('["event",{"note":8}]').waitFor();
  expect(await (await macro(cy)).locator('pre').textContent()).not.toContain('"event"');
});

it('shows a flag with an action in the product, and goes where the app says', async () => {
  const page = await visit('/wiki/spaces/OPEN/pages/1?as=ben');
  const frame = await macro(page);
  const clicked = use(frame, 'flag');
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  expect(await clicked).toBe('undone');
  await use(frame, 'navigate').catch(() => undefined);
  await page.waitForURL('**/wiki/spaces/TEAM/pages/2?as=ben');
});

it('F-A2: a link in the frame opens no window, and the router does, for mail too', async () => {
  const page = await visit('/wiki/spaces/OPEN/pages/1?as=ben');
  const asked: string[] = [];
  await page.exposeFunction('opened', (url: string) => void asked.push(url));
  await page.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: (url: string) => void };
    globalThis.open = (url) => {
      opened(String(url));
      return null;
    };
  });
  const frame = await macro(page);
  const windows = page.context().pages().length;
  await use(frame, 'link', { url: 'https://example.com/plain' });
  await use(frame, 'open', { url: 'https://example.com/through-the-router' });
  await use(frame, 'open', { url: 'mailto:ada@office.test' });
  expect(await use(frame, 'open', { url: 'javascript:alert(1)' })).toContain('refused');
  expect(asked).toEqual(['https://example.com/through-the-router', 'mailto:ada@office.test']);
  expect(page.context().pages()).toHaveLength(windows);
  expect(await page.locator('iframe').first().getAttribute('sandbox')).not.toContain('popups');
});

it.each([
  ['/wiki/apps/box?as=ben&content=1', 320],
  ['/wiki/apps/box?as=ben&content=1&show=config', 529],
])(
  'F-C7: a frame with a viewportSize keeps its height, however much is in it: %s',
  async (path, height) => {
    const page = await visit(path);
    await use(await macro(page), 'grow', { height: 1500 });
    const shown = page.locator('iframe');
    // A frame that follows its content does so in the next frame of the browser or two.
    await page.waitForTimeout(200);
    expect((await shown.boundingBox())?.height).toBe(height);
  },
);

it('F-C7: a frame without a viewportSize follows its content, up and down', async () => {
  const page = await visit('/wiki/apps/board?as=ben&content=1');
  const frame = await macro(page);
  const height = async () => (await page.locator('iframe').boundingBox())?.height;
  await use(frame, 'grow', { height: 1500 });
  await expect.poll(height).toBeGreaterThan(1499);
  await use(frame, 'grow', { height: 400 });
  await expect.poll(height).toBeLessThan(500);
});

it('F-B6: a page shows a module to nobody without a licence, unless its manifest says so', async () => {
  const frames = async (as: string) => {
    const page = await visit(`/wiki/spaces/WEB/pages/9?as=${as}`);
    return page.locator('iframe').count();
  };
  expect([await frames('ben'), await frames('unidentified')]).toEqual([2, 1]);
});

it('F-B7: asks for consent where the error of asUser() leaves the function as it is', async () => {
  const name = 'asks as the person';
  scenarios.set(name, async () => {
    const response = await asUser().requestConfluence(route`/wiki/rest/api/user/current`);
    return (await response.json()) as unknown;
  });
  const page = await visit('/wiki/spaces/OPEN/pages/1?as=new');
  const refused = await macro(page);
  await use(refused, 'scenario', { name });
  await refused.evaluate(() => Object.assign(globalThis, { isRefused: true }));
  await page.getByRole('button', { name: 'Allow access' }).click();
  // The frame is loaded anew; until then it is the one that was refused.
  await until(refused, 'isRefused', false);
  expect(await use(await macro(page), 'scenario', { name })).toMatchObject({ accountId: 'new' });
});

it('saves what a configuration submits, and starts the macro over with it', async () => {
  const page = await visit('/wiki/spaces/OPEN/pages/1?as=ben');
  const second = await macro(page, 1);
  expect(await use(second, 'submit')).toContain('not submittable');
  const config = await visit('/wiki/apps/board?as=ben&content=1&localId=two&show=config');
  await config.frameLocator('iframe').getByRole('button', { name: 'Save' }).click();
  const shown = page.locator('iframe').nth(1).contentFrame();
  await shown.getByText('{"topic":"music"}').waitFor();
  await config.locator('iframe').waitFor({ state: 'detached' });
});

it('keeps where an app is in the address of the product', async () => {
  const page = await visit('/wiki/apps/polls?as=ben&path=/start');
  const seen = await use(await macro(page), 'walk');
  expect(seen).toEqual(['/start', 'PUSH /one', 'PUSH /two', 'POP /one']);
  expect(new URL(page.url()).searchParams.get('path')).toBe('/one');
});

it('knows the address of a page of the app, and of no other module', async () => {
  const frame = await macro(await visit('/wiki/spaces/OPEN/pages/1?as=ben'));
  const address = new URL(String(await use(frame, 'pageOfTheApp')));
  expect(address.pathname).toBe('/wiki/apps/polls');
  expect(address.searchParams.get('path')).toBe('/one/two');
  expect(await use(frame, 'macroAddress')).toContain("a link to a 'macro'");
});

it('opens a modal of its own, and hears what it was closed with', async () => {
  const page = await visit('/wiki/spaces/OPEN/pages/1?as=ben');
  const answer = use(await macro(page), 'modal');
  await page.locator('dialog iframe').waitFor();
  await use(await macro(page, 2), 'answer').catch(() => undefined);
  expect(await answer).toEqual({ answerTo: { question: 'sure?' } });
  await page.locator('dialog').waitFor({ state: 'detached' });
});

it('refuses a call of the bridge that it does not know, by name', async () => {
  const frame = await macro(await visit('/wiki/spaces/OPEN/pages/1?as=ben'));
  expect(await use(frame, 'rovo')).toContain('@forge/bridge isRovoEnabled');
});
