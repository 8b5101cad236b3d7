/** One reaction with 10,000 posts loaded: what the main thread does from the tap to the painted frame, and the heap. */
import { budgets } from '../budgets.ts';
import { medianOf } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { heap, mainThreadDuring } from './main-thread.ts';
import { designNames, designs } from './pages.ts';
import type { DesignName, Tab, Pages } from './pages.ts';

const size = { posts: 10_000, pageSize: 200 };
const taps = 15;
/** Long enough for what loading and scrolling left to be done. */
const rest = 200;

interface Reactions {
  readonly times: readonly number[];
  readonly heap: number;
}

async function tap({ page, devTools }: Tab, post: number): Promise<number> {
  const { x, y } = await page.evaluate((post) => bench.placeOfLike(post), post);
  await page.mouse.move(x, y);
  await page.waitForTimeout(rest);
  const time = await mainThreadDuring(devTools, async () => {
    await page.mouse.down();
    await page.mouse.up();
    await page.evaluate(() => bench.frame());
  });
  if (!(await page.evaluate((post) => bench.isLiked(post), post)))
    throw new Error('The reaction is not shown.');
  return time;
}

const react = (pages: Pages, design: DesignName): Promise<Reactions> =>
  pages.visit({ design, size }, async (tab) => {
    await tab.open();
    await tab.page.evaluate(async () => {
      await bench.filled;
      await bench.loadAll();
    });
    const times: number[] = [];
    for (let post = 0; post < taps; post += 1) times.push(await tap(tab, post));
    return { times, heap: await heap(tab.devTools) };
  });

export async function measureReaction(pages: Pages): Promise<Measure[]> {
  const measures: Measure[] = [];
  const medians = new Map<DesignName, number>();
  for (const design of designs) {
    const { times, heap } = await react(pages, design);
    const median = medianOf(times);
    medians.set(design, median.value);
    const what = `at 10,000 posts loaded, ${designNames[design]}`;
    measures.push(
      {
        name: `wall: one reaction, tap to painted, ${what}`,
        ...median,
        unit: 'ms',
      },
      { name: `wall: heap ${what}`, value: heap, unit: 'MB' },
    );
  }
  const against: Measure = {
    name: `wall: one reaction at 10,000 posts loaded, against ${designNames.plain}`,
    value: (medians.get('ours') ?? NaN) / (medians.get('plain') ?? NaN),
    unit: 'ratio',
    budget: budgets.reaction.plain,
  };
  return [against, ...measures];
}
