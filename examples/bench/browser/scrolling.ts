/** Scrolling down a wall of which ten pages are loaded, as fast as a reader who looks for something. */
import { budgets } from '../budgets.ts';
import { medianOf } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { mainThreadDuring } from './main-thread.ts';
import { designNames, designs } from './pages.ts';
import type { DesignName, Pages } from './pages.ts';
import { inTurn, ratios } from './rounds.ts';

const rounds = 5;
const size = { posts: 200, pageSize: 20 };
const pixels = 30_000;
const pixelsASecond = 4_000;

interface Scroll {
  /** Milliseconds of the main thread for each 1,000 pixels. */
  readonly mainThread: number;
  /** Milliseconds between the two frames that lay farthest apart. */
  readonly longestFrame: number;
}

const scroll = (pages: Pages, design: DesignName): Promise<Scroll> =>
  pages.visit({ design, size }, async ({ page, devTools, open }) => {
    await open();
    await page.evaluate(async () => {
      await bench.filled;
      await bench.loadAll();
      await bench.watchFrames();
    });
    const mainThread = await mainThreadDuring(devTools, () =>
      devTools.send('Input.synthesizeScrollGesture', {
        x: 640,
        y: 360,
        yDistance: -pixels,
        speed: pixelsASecond,
        gestureSourceType: 'mouse',
      }),
    );
    const scrolled = await page.evaluate(() => scrollY);
    const longestFrame = await page.evaluate(() => bench.longestFrame());
    if (scrolled < pixels * 0.99) throw new Error(`The page scrolled by ${scrolled} pixels only.`);
    return { mainThread: mainThread / (scrolled / 1_000), longestFrame };
  });

export async function measureScrolling(pages: Pages): Promise<Measure[]> {
  const scrolls = await inTurn(rounds, (design) => scroll(pages, design));
  const of = (design: DesignName): number[] => scrolls[design].map(({ mainThread }) => mainThread);
  const against: Measure = {
    name: `wall: scrolling, main thread, against ${designNames.plain}`,
    ...medianOf(ratios(of('ours'), of('plain'))),
    unit: 'ratio',
    budget: budgets.scrolling.plain,
  };
  const each = designs.flatMap((design): Measure[] => {
    const isOurs = design === 'ours';
    const name = `wall: scrolling, ${designNames[design]}`;
    return [
      {
        name: `${name}, main thread`,
        ...medianOf(of(design)),
        unit: 'ms/1000px',
      },
      {
        name: `${name}, longest frame`,
        ...medianOf(scrolls[design].map(({ longestFrame }) => longestFrame)),
        unit: 'ms',
        ...(isOurs ? { budget: budgets.scrolling.frame } : {}),
      },
    ];
  });
  return [against, ...each];
}
