/** What a test in a browser asks of the browser itself. */
import type {} from '@vitest/browser-playwright';
import type { BrowserCommand } from 'vitest/node';

/** Forces the colours of the reader's palette upon the page, as Windows' contrast themes do. */
export const forceColours: BrowserCommand<[isForced: boolean]> = async ({ page }, isForced) => {
  await page.emulateMedia({ forcedColors: isForced ? 'active' : null });
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    forceColours: (isForced: boolean) => Promise<void>;
  }
}
