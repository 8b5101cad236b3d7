import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from './intranet-under-test.ts';
import type { HostPage, IntranetUnderTest } from './intranet-under-test.ts';
import { violations } from './violations.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const pages: readonly HostPage[] = ['sharepoint'];
const themes = ['light', 'dark'] as const;

describe.each(pages)('the whole %s page', (hostPage) => {
  it.each(themes)('has no accessibility violation in %s', async (theme) => {
    const page = await intranet.open('nadia.belkacem', hostPage, { theme });
    await page.locator('kantine-kudos li').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([320, 640, 1280])(
    'fits a window of %i pixels without scrolling sideways',
    async (width) => {
      const page = await intranet.open('nadia.belkacem', hostPage, {
        viewport: { width, height: 800 },
      });
      await page.locator('kantine-kudos li').first().waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    },
  );

  it.each([
    ['nl', 'Plaatsen'],
    ['de', 'Veröffentlichen'],
    ['fr', 'Publier'],
    ['en', 'Post'],
  ])('speaks %s', async (language, word) => {
    const page = await intranet.open('nadia.belkacem', hostPage, { language });
    const wall = page.locator('kantine-wall').first();
    await wall.getByRole('textbox').first().fill('x');
    await wall.getByRole('button', { name: word, exact: true }).waitFor();
    expect(await page.locator('kantine-wall').count()).toBe(1);
  });
});

describe('the page', () => {
  it('works under a policy without anything inline, and reports no error', () => {
    expect(intranet.trouble).toEqual([]);
  });
});
