/** The packaged app on a Confluence page of the company: the main job, restarts, lost answers, narrow windows. */
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from './intranet-under-test.ts';
import type { IntranetUnderTest } from './intranet-under-test.ts';
import { press } from './pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

let opened: Page[] = [];
async function open(person: string, options = {}): Promise<Page> {
  const page = await intranet.open(person, 'confluence', { until: 'iframe', ...options });
  opened.push(page);
  return page;
}
// A page that nobody looks at any more would go on asking through the restart.
afterEach(async () => {
  await Promise.all(opened.map((page) => page.close()));
  opened = [];
});
const appIn = (page: Page, at = 0): FrameLocator => page.locator('iframe').nth(at).contentFrame();
const postWith = (page: Page, text: string) =>
  appIn(page).locator('kantine-post').filter({ hasText: text });

// Both read Dutch: the language is that of their account in Confluence.
const nadia = 'nadia.belkacem';
const dennis = 'dennis.vanderkolk';
const question = 'Wie heeft de sleutel van lokaal 3?';
const answer = 'Die hangt bij de receptie.';

async function write(page: Page, text: string): Promise<void> {
  await appIn(page)
    .getByRole('textbox', { name: /De Kantine/ })
    .fill(text);
  await press(appIn(page).getByRole('button', { name: 'Plaatsen', exact: true }));
}

const isThere = (page: Page, text: string): Promise<void> =>
  postWith(page, text).getByRole('button', { name: 'Bewerken' }).first().waitFor();

async function violations(page: Page): Promise<unknown[]> {
  const found = await Promise.all(
    page.frames().map(async (frame) => {
      const isTop = frame === page.mainFrame();
      await frame.evaluate(axe.source);
      return frame.evaluate(async (enabled) => {
        // Inside of the app the page's heading is Confluence's own.
        const rules = { 'page-has-heading-one': { enabled } };
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
          document,
          // Each frame is looked at by itself.
          { rules, iframes: false },
        );
        return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }));
      }, isTop);
    }),
  );
  return found.flat();
}

describe('on the Confluence page', () => {
  it('an employee posts, a colleague answers from the homepage feed, and it is seen at once', async () => {
    const hers = await open(nadia);
    await write(hers, question);
    await isThere(hers, question);

    const his = await open(dennis);
    await his.getByRole('link', { name: 'Homepage feed' }).click();
    const theirs = postWith(his, question);
    await press(theirs.getByRole('button', { name: 'Antwoorden' }).first());
    await theirs.getByRole('textbox').fill(answer);
    await press(theirs.getByRole('button', { name: 'Reageren', exact: true }));
    await postWith(hers, question).getByText(answer).waitFor();
  });

  it('a post whose answer was lost is there once after it is sent again', async () => {
    const page = await open(nadia);
    const text = 'Een keer is genoeg';
    await page.route('**/_forge/pages/*/frames/*', async (route) => {
      const isPost = route.request().postData()?.includes('"operation":"wall.post"') === true;
      // The app does its work; only its answer never arrives.
      if (!isPost) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await write(page, text);
    await appIn(page).getByRole('alert').first().waitFor();
    await page.unroute('**/_forge/pages/*/frames/*');
    await press(appIn(page).getByRole('button', { name: 'Plaatsen', exact: true }));
    await isThere(page, text);
    const again = await open(nadia);
    await isThere(again, text);
    expect(await postWith(again, text).count()).toBe(1);
  });

  it('all of it is still there after a restart, under the names of those who did it', async () => {
    await intranet.restart();
    const page = await open('deepak.ramdin');
    const post = postWith(page, question);
    await post.getByText('Nadia Belkacem').first().waitFor();
    await post.getByText('Dennis van der Kolk').first().waitFor();
    expect(await post.getByText(answer).count()).toBe(1);
  });

  it('nothing keeps anybody out, in light and in dark', async () => {
    // A colour in the middle of a transition is nobody's colour.
    const page = await open(nadia, { reducedMotion: 'reduce' });
    for (const at of [0, 1, 2]) await appIn(page, at).getByRole('heading').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page.getByRole('button', { name: 'Light or dark' }));
    for (const frame of page.frames()) {
      await frame.locator('html[data-color-mode="dark"]').waitFor({ state: 'attached' });
    }
    expect(await violations(page)).toEqual([]);
  });

  it.each([320, 1280])('fits a window of %i pixels without scrolling sideways', async (width) => {
    const page = await open(nadia, { viewport: { width, height: 800 } });
    await appIn(page).locator('kantine-post').first().waitFor();
    for (const frame of page.frames()) {
      const overflow = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, frame.url()).toBe(0);
    }
  });

  it('no policy is broken, and no error reported', () => {
    expect(intranet.trouble.filter((each) => !each.includes('net::ERR_FAILED'))).toEqual([]);
  });
});
