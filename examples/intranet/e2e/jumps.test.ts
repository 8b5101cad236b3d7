/** Nothing jumps: what stands on a page stays where it is while the widgets on it are filled. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { intranetUnderTest } from './intranet-under-test.ts';
import type { IntranetUnderTest } from './intranet-under-test.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

interface Shift extends PerformanceEntry {
  readonly value: number;
}

/** Adds up how far what is in sight moves: https://web.dev/articles/cls */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = globalThis as unknown as { shift: number };
    kept.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries() as Shift[]) kept.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

it('a page of SharePoint that is opened for the first time shifts by less than 0.05', async () => {
  const page = await intranet.open('nadia.belkacem', 'sharepoint', {
    viewport: { width: 1280, height: 900 },
    prepare: watchShifts,
  });
  const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  expect(shift).toBeLessThan(0.05);
});
