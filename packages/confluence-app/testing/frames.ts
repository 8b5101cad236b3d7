import axe from 'axe-core';
import type { Frame, Page } from 'playwright';

/** The first frame of the app on a page. */
export async function frameOf({ page }: { page: Page }): Promise<Frame> {
  const handle = await page.locator('iframe').first().elementHandle();
  return (await handle.contentFrame()) as Frame;
}

/** @returns what axe finds in the app's frame. */
export async function violations(opened: { page: Page }): Promise<unknown[]> {
  const frame = await frameOf(opened);
  // Run as a function of the test driver: the frame's own policy refuses foreign scripts.
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      // The heading of the page is Confluence's own.
      rules: { 'page-has-heading-one': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }));
  });
}
