/**
 * The guide to a new widget, followed to the letter in a copy of this checkout; its widget built into both
 * packages and used on their pages.
 */
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium } from 'playwright';
import type { Browser, FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intranet } from '../../server/intranet.ts';
import { copyUnderTest, shells } from '../copy-under-test.ts';
import type { CopyUnderTest } from '../copy-under-test.ts';
import { nodeTestsOf } from '../node-tests.ts';
import { press } from '../pressing.ts';

/** A quiet machine takes a quarter of this for all of it. In milliseconds. */
const most = 20 * 60_000;

let copy: CopyUnderTest;
beforeAll(async () => {
  copy = copyUnderTest();
  await copy.followGuide();
});
afterAll(() => copy.remove());

describe('the widget of the guide', { timeout: most }, () => {
  it('passes the type check', async () => {
    const checked = copy.script('typecheck', 'shared/core', 'shared/elements', ...shells);
    await expect(checked).resolves.not.toThrow();
  });

  it('is in the style of the project', async () => {
    const eslint = 'node_modules/eslint/bin/eslint.js';
    const code = copy.files.filter((file) => file.endsWith('.ts'));
    await expect(copy.node(eslint, '--max-warnings', '0', ...code)).resolves.not.toThrow();
  });

  it('passes its own tests', async () => {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'browser'];
    const own = copy.node(...vitest, 'shared/elements/lunch/');
    await expect(own).resolves.not.toThrow();
  });

  it('passes every test that goes through all that is declared', async () => {
    const tests = nodeTestsOf(copy.root, process.env.SOAK_SECONDS !== undefined);
    expect(tests.filter((test) => test.endsWith('.test.ts')).length).toBeGreaterThan(10);
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node'];
    const all = copy.node(...vitest, ...tests);
    await expect(all).resolves.not.toThrow();
  });

  it('builds in both packages', async () => {
    const built = ['shared/core', 'shared/elements', 'packages/sharepoint-host', ...shells];
    await expect(copy.script('build', ...built)).resolves.not.toThrow();
  });
});

describe('the widget of the guide, on a page', () => {
  let intranet: Intranet;
  let browser: Browser;
  /** What pages reported as wrong. */
  const trouble: string[] = [];

  beforeAll(async () => {
    await copy.script('build', 'examples/intranet');
    intranet = await copy.startIntranet();
    browser = await chromium.launch(launchOptions);
  });
  afterAll(async () => {
    await browser.close();
    await intranet.close();
  });

  async function open(host: 'sharepoint' | 'confluence', person: string): Promise<Page> {
    const page = await browser.newPage();
    page.on('pageerror', ({ message, stack = '' }) => {
      // Microsoft's runtime asks for chunks that npm does not carry.
      if (!stack.includes('/sharepoint/runtime/')) trouble.push(message);
    });
    await page.goto(`${intranet.url}/${host}?as=${person}`);
    return page;
  }

  it('of SharePoint: a person says where, a colleague sees it', async () => {
    const page = await open('sharepoint', 'nadia.belkacem');
    await page.getByRole('textbox', { name: 'Where do you have lunch?' }).fill('In het park');
    await press(page.getByRole('button', { name: 'Tell the group' }));
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    const colleague = await open('sharepoint', 'dennis.vanderkolk');
    const lunches = colleague.locator('kantine-lunch li', { hasText: 'In het park' });
    await lunches.first().waitFor();
    expect(await lunches.count()).toBe(1);
  });

  it('of Confluence: the same, in the language of the reader', async () => {
    const firstOf = (page: Page): FrameLocator => page.locator('iframe').first().contentFrame();
    const widget = firstOf(await open('confluence', 'nadia.belkacem'));
    await widget.getByRole('textbox', { name: 'Waar lunch je?' }).fill('In het park');
    await press(widget.getByRole('button', { name: 'Vertel het de groep' }));
    await widget.getByRole('button', { name: 'Intrekken' }).waitFor();
    const colleague = firstOf(await open('confluence', 'dennis.vanderkolk'));
    const lunches = colleague.locator('kantine-lunch li', { hasText: 'In het park' });
    await lunches.first().waitFor();
    expect(await lunches.count()).toBe(1);
  });

  it('breaks nothing there', () => {
    expect(trouble).toEqual([]);
  });
});
