import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { forceColours } from './shared/tooling/browser-commands.ts';
import { launchOptions } from './shared/tooling/chromium.ts';

const outside = ['**/node_modules/**', '**/dist/**', '**/.tools/**'];
// Elements, and drivers that only a browser has, are tested where they run.
const inBrowser = [
  'shared/elements/**/*.test.ts',
  'examples/plain-page/**/*.test.ts',
  'packages/confluence-app/ui/settings/*.test.ts',
  'packages/sharepoint-webparts/src/{page/widget-view,pane/pane-theme}.test.ts',
];
const endToEnd = ['{examples,packages}/*/e2e/**/*.test.ts'];
/** What people do most in three engines, two of which a machine has to have for it. */
const engines = ['examples/intranet/engines/*.test.ts'];
/**
 * What a capability is for, walked through by its people on both packages, what a host does to it now and then
 * (it is busy, it is updated, its quota is used up), and a newcomer's page of their own: longer than a check of
 * every change.
 */
const walks = [
  '{examples,packages}/*/e2e/walks/*.test.ts',
  'examples/plain-page/e2e/readme.test.ts',
];
// Forge's bridge counts the calls of a page in its module: files that share it would be one page's.
const ofOnePage = ['packages/confluence-host/page/**/*.test.ts'];

/** Workspace packages are tested from their source. */
const conditions = ['@kantine/source'];
const source = { resolve: { conditions }, ssr: { resolve: { conditions } } };

/** No test measures time: a machine that does other work meanwhile may take longer. In milliseconds. */
const patience = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    // Vitest leaves a processor free, which is half of a machine with two; three at once wait for each other.
    maxWorkers: '100%',
    reporters: [['default', { summary: false }], './shared/tooling/count-reporter.ts'],
    projects: [
      {
        ...source,
        test: {
          name: 'node',
          include: ['**/*.test.ts'],
          exclude: [...outside, ...inBrowser, ...endToEnd, ...engines, ...ofOnePage],
          expect: patience,
          // Files share what they import, and no more: loading it anew for each took as long as the tests.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          name: 'page',
          include: ofOnePage,
          exclude: outside,
          expect: patience,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        oxc: { decorator: { legacy: true } },
        test: {
          name: 'browser',
          include: inBrowser,
          exclude: [...outside, ...endToEnd],
          expect: patience,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions,
            }),
            commands: { forceColours },
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      ...[
        { name: 'end-to-end', include: endToEnd, exclude: [...outside, ...walks] },
        { name: 'walks', include: walks, exclude: outside },
        { name: 'engines', include: engines, exclude: outside },
      ].map((named) => ({
        ...source,
        test: {
          ...named,
          // Built once, before files run side by side.
          globalSetup: ['examples/intranet/e2e/build-once.ts'],
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      })),
    ],
  },
});
