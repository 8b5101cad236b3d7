/**
 * Reserves the height that a frame is about to need. The product sizes a frame by its content, so that a page
 * jumps when the content comes; with a least height of the document it jumps early and once.
 */
import { whenReady } from '@kantine/elements/registry';
import { modules } from '../modules/index.ts';
import { contextOfFrame } from './context.ts';
import type { Context } from './context.ts';
import { frameStorage, guessedHeight, keptHeights } from './heights.ts';
import { skeleton } from './skeleton.ts';

/** An element draws in several steps; it is complete when its height has not changed for so long. In milliseconds. */
const quiet = 500;

export interface Reserve {
  /** Watches what comes into the frame; the reserve is given back when that is there. */
  fill(root: HTMLElement): void;
}

const heights = keptHeights(frameStorage());

/** Several sites and people may share the storage. */
const nameOf = ({ cloudId = '', accountId = '', moduleKey, localId = '' }: Context): string =>
  JSON.stringify([cloudId, accountId, moduleKey, localId]);

/**
 * Of a screen, whose rest is Confluence's own: what stands under a frame is out of sight then, and moves
 * unseen when the frame grows further. The jump to that height is smaller, too.
 */
const mostOfScreen = 0.75;

/** As high as the frame was, or about as high as it will be. In pixels. */
function expectedHeight(context: Context): number {
  const { outline, settings = [] } = modules[context.moduleKey] ?? {};
  const { config = {} } = context.extension;
  const height =
    heights.last(nameOf(context), innerWidth) ?? guessedHeight(outline, settings, config);
  return Math.min(height, screen.height * mostOfScreen);
}

export function reserveHeight(): Reserve {
  const { body } = document;
  let shape: HTMLElement | undefined;
  let isFilled = false;

  async function begin(): Promise<void> {
    const context = await contextOfFrame();
    // The element may be as dark as the page around it before its tokens are there.
    document.documentElement.dataset.scheme = context.theme?.colorMode ?? '';
    if (isFilled) return;
    const height = expectedHeight(context);
    body.style.minBlockSize = `${String(height)}px`;
    shape = skeleton(height);
    body.append(shape);
  }

  /** Notes the height from here on, until the reader changes it by what they do. */
  async function remember(root: HTMLElement): Promise<void> {
    const name = nameOf(await contextOfFrame());
    const observer = new ResizeObserver(() => heights.keep(name, innerWidth, body.scrollHeight));
    observer.observe(root);
    for (const event of ['pointerdown', 'keydown']) {
      addEventListener(event, () => observer.disconnect(), { once: true, passive: true });
    }
  }

  function giveBack(root: HTMLElement): void {
    let timer: ReturnType<typeof setTimeout>;
    const observer = new ResizeObserver(wait);

    function release(): void {
      observer.disconnect();
      body.style.minBlockSize = '';
      remember(root).catch(() => undefined);
    }

    function wait(): void {
      clearTimeout(timer);
      timer = setTimeout(release, quiet);
    }

    wait();
    observer.observe(root);
  }

  begin().catch(() => undefined);
  return {
    fill: (root) =>
      whenReady(root, () => {
        isFilled = true;
        body.classList.remove('waiting');
        shape?.remove();
        giveBack(root);
      }),
  };
}
