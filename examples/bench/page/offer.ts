/** What the driver of the browser asks of a page, the same for every design. */
import { pageFrom } from './content.ts';
import type { WallSize } from './content.ts';
import type { Design } from './design.ts';
import { drawnNodes, isScreenFilled } from './filled-screen.ts';
import { frame, longestFrame, watchFrames } from './frames.ts';

export interface BenchPage {
  /** Milliseconds from the start of the navigation to the frame that filled the screen. */
  readonly filled: Promise<number>;
  /** Loads the whole wall; a frame for each page of posts, as for a reader. */
  loadAll(): Promise<void>;
  /** @returns where the middle of a post's Like button is in the window, brought into view. */
  placeOfLike(post: number): Promise<{ readonly x: number; readonly y: number }>;
  isLiked(post: number): boolean;
  /** Resolves when the main thread has handed over the next frame. */
  frame(): Promise<void>;
  /** From now on notes how long frames take. */
  watchFrames(): Promise<void>;
  /** @returns milliseconds between the two frames in a row that lay farthest apart. */
  longestFrame(): number;
}

const patience = 60_000;

async function showUntilFilled(design: Design, size: WallSize): Promise<number> {
  const { posts } = pageFrom(0, size);
  design.show(size);
  for (;;) {
    await frame();
    // Its zero is where the navigation started.
    const now = performance.now();
    if (isScreenFilled(posts)) return now;
    if (now > patience) throw new Error('The screen was not filled within a minute.');
  }
}

async function loadAll(design: Design): Promise<void> {
  for (let older = design.older(); older; older = design.older()) {
    older.click();
    await frame();
  }
}

/** The first Like button behind the words of a post. */
function likeOf(number: number): HTMLElement {
  const { text } = pageFrom(number, { posts: number + 1, pageSize: 1 }).posts[0] ?? { text: '' };
  let passed = '';
  for (const node of drawnNodes(document.body)) {
    if (node instanceof Text) passed = `${passed}${node.data}`.slice(-1_000);
    else if (passed.includes(text) && node.getAttribute('aria-label')?.startsWith('Like') === true)
      return node as HTMLElement;
  }
  throw new Error(`Post ${number} has no Like button.`);
}

async function placeOfLike(number: number): Promise<{ x: number; y: number }> {
  likeOf(number).scrollIntoView({ block: 'center' });
  await frame();
  await frame();
  const { left, top, width, height } = likeOf(number).getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Shows the wall that the page's address asks for, and leaves what the driver needs where it finds it. */
export function offer(design: Design): void {
  const asked = new URLSearchParams(location.search);
  const size = { posts: Number(asked.get('posts')), pageSize: Number(asked.get('pageSize')) };
  const bench: BenchPage = {
    filled: showUntilFilled(design, size),
    loadAll: () => loadAll(design),
    placeOfLike,
    isLiked: (number) => likeOf(number).getAttribute('aria-pressed') === 'true',
    frame,
    watchFrames,
    longestFrame,
  };
  Object.assign(window, { bench });
}
