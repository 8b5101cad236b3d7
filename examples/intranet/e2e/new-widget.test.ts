/** The guide to a new widget, followed to the letter in a copy of this checkout; its walk builds it and opens its pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyUnderTest, shells } from './copy-under-test.ts';
import type { CopyUnderTest } from './copy-under-test.ts';

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
    await expect(
      copy.script('typecheck', 'shared/core', 'shared/elements', ...shells),
    ).resolves.not.toThrow();
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
});
