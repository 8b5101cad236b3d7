/** What axe finds on a whole page. */
import axe from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Place } from './places.ts';

export async function violations(page: Page): Promise<unknown[]> {
  // Run as a function of the test driver: the page's own policy refuses foreign scripts.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }));
  });
}

/** A whole page of SharePoint: on Confluence widgets are in frames of another site, into which axe does not look. */
export async function expectClean(page: Page, { host }: Place): Promise<void> {
  if (host === 'sharepoint') expect(await violations(page)).toEqual([]);
}
