/** What moves on a page around the app's frames while they load: the first time, and when they were seen before. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enableTeam, startLunch } from '../testing/first-steps.ts';
import { siteUnderTest } from '../testing/site.ts';
import type { SiteUnderTest } from '../testing/site.ts';

let site: SiteUnderTest;
beforeAll(async () => {
  site = await siteUnderTest();
  await enableTeam(site);
  await startLunch(site, { content: '2', localId: 'second-wall' });
  await fill();
});
afterAll(() => site.close());

/** A wall that is longer than a screen. */
async function fill(): Promise<void> {
  const view = site.forge.open({ as: 'cy', module: 'space-groups', space: 'TEAM' });
  const ask = async (operation: string, input: object): Promise<unknown> =>
    ((await view.invoke('kantine', { operation, input })) as { value: unknown }).value;
  const groups = (await ask('groups.list', {})) as { id: string }[];
  for (let at = 0; at < 12; at += 1) {
    const text = `Number ${String(at)}. ${'The soup of today is made of what was left. '.repeat(1 + (at % 4))}`;
    await ask('wall.post', { group: groups[0]?.id, text, key: `key-of-post-number-${String(at)}` });
  }
}

interface Size {
  readonly at: number;
  /** When the page around it was painted so; a busy machine takes long. */
  painted: number;
  readonly frame: number;
  readonly height: number;
}

interface Watched extends Window {
  shifts: { readonly at: number; readonly value: number }[];
  /** When each frame had which height. */
  sizes: Size[];
}

/** Notes in the page around the frames what moves, and how high they become. */
const watch = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    if (window !== top) return;
    const noted = window as unknown as Watched;
    noted.shifts = [];
    noted.sizes = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { startTime, value } = entry as PerformanceEntry & { readonly value: number };
        noted.shifts.push({ at: startTime, value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      const { method, data: size } = data as { method?: string; data?: { height: number } };
      if (method !== 'resize' || !size) return;
      const frame = [...document.querySelectorAll('iframe')].findIndex(
        ({ contentWindow }) => contentWindow === source,
      );
      const at = performance.now();
      const noting = { at, painted: Infinity, frame, height: size.height };
      noted.sizes.push(noting);
      const painted = (): void => void (noting.painted = performance.now());
      requestAnimationFrame(() => requestAnimationFrame(painted));
    });
  });

/** The height that a frame has before it says anything. */
const unsaid = 150;
/** How long no frame has another height once its content is drawn: more than the reserve waits. In milliseconds. */
const stillness = 1500;

interface Seen {
  /**
   * Everything that moved: also from the height that a frame has before it can say anything, which is the
   * host's. How much that is depends on which frame comes first.
   */
  readonly all: number;
  /** What moved after the frames had their reserved height. */
  readonly later: number;
  /** Heights of the frames in view, in the order in which they had them. */
  readonly heights: (frame: number) => readonly number[];
}

/** The content of every frame has come, and for a while none has had another height. */
async function settle(page: Page): Promise<void> {
  const shapes = async (): Promise<number> => {
    const all = page.frames().slice(1);
    const counts = await Promise.all(all.map((frame) => frame.locator('.skeleton').count()));
    return counts.reduce((total, count) => total + count, 0);
  };
  await page.waitForFunction(() => (window as unknown as Watched).sizes.length > 0);
  await expect.poll(shapes, { timeout: 60_000 }).toBe(0);
  await page.waitForFunction((stillness) => {
    const { sizes } = window as unknown as Watched;
    return performance.now() - (sizes.at(-1)?.at ?? 0) > stillness;
  }, stillness);
}

async function visit(page: Page, content: string): Promise<Seen> {
  await page.goto(new URL(`/wiki/spaces/TEAM/pages/${content}?as=ben`, site.forge.url).href);
  await settle(page);
  const { shifts, sizes } = await page.evaluate(() => {
    const { shifts, sizes } = window as unknown as Watched;
    return { shifts, sizes };
  });
  const kept = [0, 1, 2].map(
    (frame) => sizes.find((each) => each.frame === frame && each.height !== unsaid)?.painted ?? 0,
  );
  const all = Math.max(...kept);
  const sum = (entries: Watched['shifts']): number =>
    entries.reduce((total, { value }) => total + value, 0);
  return {
    all: sum(shifts),
    later: sum(shifts.filter(({ at }) => at > all)),
    heights: (frame) => sizes.filter((each) => each.frame === frame).map(({ height }) => height),
  };
}

async function visits(content: string, width: number): Promise<readonly [Seen, Seen]> {
  const { page } = await site.open('ben', '/wiki/apps/home-feed');
  await page.setViewportSize({ width, height: 720 });
  await watch(page);
  const first = await visit(page, content);
  const second = await visit(page, content);
  await page.close();
  return [first, second];
}

const wide = 1280;
const narrow = 320;

describe('F-C7: on a page with a wall, kudos and a card, the frames', () => {
  it.each([wide, narrow])(
    'move nothing once they have their reserved height, at %i px',
    async (width) => {
      const [first, second] = await visits('2', width);
      expect(first.later).toBeLessThan(0.01);
      expect(second.later).toBeLessThan(0.01);
      expect(second.heights(0).slice(0, 2)).toEqual([unsaid, 540]);
    },
  );
});

describe('F-C7: on a page with three low macros, the frames', () => {
  it('are as high as at the last visit before their content comes, so that next to nothing moves', async () => {
    const [first, second] = await visits('3', wide);
    expect(first.all).toBeLessThan(0.15);
    expect(second.later).toBeLessThan(0.01);
    for (const frame of [0, 1]) {
      expect(new Set(second.heights(frame))).toEqual(
        new Set([unsaid, first.heights(frame).at(-1)]),
      );
    }
  });
});

describe('a reserved height', () => {
  it('shows the shape of what comes, which nobody hears of, and is given back', async () => {
    const { page } = await site.open('ben', '/wiki/apps/home-feed');
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/frames/*', async (route) => {
      if (route.request().postData()?.includes('"invoke"') === true) await held;
      await route.continue();
    });
    await page.goto(
      new URL('/wiki/apps/groups?content=3&as=ben&colorMode=dark', site.forge.url).href,
    );
    const frame = page.locator('iframe').contentFrame();
    const shape = frame.locator('.skeleton[aria-hidden=true]');
    await shape.locator('.row').first().waitFor();
    const scheme = () =>
      frame.locator('html').evaluate((root) => getComputedStyle(root).colorScheme);
    expect(await scheme()).toBe('dark');
    answer();
    await frame.getByRole('button', { name: 'Start a group' }).waitFor();
    expect(await shape.count()).toBe(0);
    await expect
      .poll(() => frame.locator('body').evaluate(({ style }) => style.minBlockSize))
      .toBe('');
    expect(site.trouble).toEqual([]);
  });
});
