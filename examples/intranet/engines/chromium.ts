/** Debian's Chromium, over Playwright. */
import { launchOptions } from '@kantine/tooling/chromium';
import { chromium as playwright } from 'playwright';
import type { Frame as PlaywrightFrame, Page } from 'playwright';
import type { Engine, Frame, InputSource } from './engine.ts';
import { keys } from './person.ts';

/** What Playwright calls the keys that WebDriver has numbers for. */
const names: Readonly<Record<string, string>> = {
  [keys.enter]: 'Enter',
  [keys.escape]: 'Escape',
  [keys.control]: 'Control',
};

/** Where a frame's window begins in the page's. */
async function originOf(frame: PlaywrightFrame): Promise<{ x: number; y: number }> {
  if (!frame.parentFrame()) return { x: 0, y: 0 };
  // The browser's own answer counts from the page's window, at whatever depth.
  const box = await (await frame.frameElement()).boundingBox();
  return { x: box?.x ?? 0, y: box?.y ?? 0 };
}

async function key({ keyboard }: Page, type: 'keyDown' | 'keyUp', value: string): Promise<void> {
  const name = names[value] ?? value;
  if (type === 'keyUp') return keyboard.up(name).catch(() => undefined);
  // A letter that no key of an English keyboard has is typed all the same.
  await keyboard.down(name).catch(() => keyboard.insertText(value));
}

async function act(page: Page, frame: PlaywrightFrame, { actions }: InputSource): Promise<void> {
  const origin = await originOf(frame);
  for (const step of actions) {
    if (step.type === 'pointerMove') await page.mouse.move(origin.x + step.x, origin.y + step.y);
    else if (step.type === 'pointerDown') await page.mouse.down();
    else if (step.type === 'pointerUp') await page.mouse.up();
    else if ('value' in step) await key(page, step.type, step.value);
  }
}

const frameOf = (page: Page, frame: PlaywrightFrame): Frame => ({
  // Evaluated as the protocol does it, which no policy of the page refuses.
  run: (body, ...given) => frame.evaluate(`(function () { ${body} })(...${JSON.stringify(given)})`),
  act: (source) => act(page, frame, source),
});

export async function chromium(): Promise<Engine> {
  const browser = await playwright.launch(launchOptions);
  return {
    open: async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      return {
        goto: async (url) => {
          await page.goto(url);
        },
        frames: async () => page.frames().map((frame) => frameOf(page, frame)),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
