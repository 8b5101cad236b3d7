/** From the start of a navigation to a filled screen, on a processor at its own speed and at a quarter of it. */
import { budgets } from '../budgets.ts';
import { medianOf } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { mainThreadDuring } from './main-thread.ts';
import { designNames, designs } from './pages.ts';
import type { Pages, Visit } from './pages.ts';
import { inTurn, ratios } from './rounds.ts';

const rounds = 11;
/** Of each round the faster one counts: what disturbs a visit makes it slower, never faster. */
const visitsARound = 2;
const size = { posts: 20, pageSize: 20 };
/** By how much the processor is slowed down. */
const slowdowns = [1, 4];

interface View {
  /** Milliseconds until the screen is filled. */
  readonly time: number;
  /** Milliseconds of the main thread's own time. */
  readonly mainThread: number;
}

const view = (pages: Pages, visit: Visit): Promise<View> =>
  pages.visit(visit, async ({ page, devTools, open }) => {
    let time = NaN;
    const mainThread = await mainThreadDuring(devTools, async () => {
      await open();
      time = await page.evaluate(() => bench.filled);
    });
    return { time, mainThread };
  });

async function bestView(pages: Pages, visit: Visit): Promise<View> {
  const best = { time: Infinity, mainThread: Infinity };
  for (let count = 0; count < visitsARound; count += 1) {
    const { time, mainThread } = await view(pages, visit);
    best.time = Math.min(best.time, time);
    best.mainThread = Math.min(best.mainThread, mainThread);
  }
  return best;
}

async function measureAt(pages: Pages, slowdown: number): Promise<Measure[]> {
  const views = await inTurn(rounds, (design) => bestView(pages, { design, size, slowdown }));
  const of = (design: keyof typeof views, figure: keyof View): number[] =>
    views[design].map((view) => view[figure]);
  const what = `wall: first 20 posts, CPU ${slowdown}x`;
  const against = (['plain', 'fluent'] as const).flatMap((design): Measure[] => [
    {
      name: `${what}, against ${designNames[design]}`,
      ...medianOf(ratios(of('ours', 'time'), of(design, 'time'))),
      unit: 'ratio',
      budget: budgets.firstPosts[design],
    },
    {
      name: `${what}, against ${designNames[design]}, main thread alone`,
      ...medianOf(ratios(of('ours', 'mainThread'), of(design, 'mainThread'))),
      unit: 'ratio',
    },
  ]);
  const times = designs.map((design): Measure => ({
    name: `${what}, ${designNames[design]}`,
    ...medianOf(of(design, 'time')),
    unit: 'ms',
  }));
  return [...against, ...times];
}

export async function measureFirstView(pages: Pages): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const slowdown of slowdowns) measures.push(...(await measureAt(pages, slowdown)));
  return measures;
}
