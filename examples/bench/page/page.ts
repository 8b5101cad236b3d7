/** Runs the measurements in the page and leaves them where the driver finds them. */
import { median } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { benchCommunity } from './bench-community.ts';
import { settled, showWall } from './show-wall.ts';
import { rawCopy } from './raw-copy.ts';

const runs = 15;

/** Milliseconds of the main thread, layout included. */
async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  // Reading a size makes the browser lay out what is still waiting.
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

/** The two in turn, so that the machine's moods strike both alike. */
async function renderingAgainstRawDom(): Promise<Measure> {
  const community = benchCommunity({ posts: 20, pageSize: 20 });
  const template = await showWall(community);
  const build = rawCopy(template);
  template.remove();
  const ratios: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    let ours: Element | undefined;
    const withLit = await timed(async () => {
      ours = await showWall(community);
    });
    ours?.remove();
    let theirs: Element | undefined;
    const raw = await timed(() => {
      theirs = document.body.appendChild(build());
    });
    theirs?.remove();
    ratios.push(withLit / raw);
  }
  return {
    name: 'wall: 20 posts rendered, against raw DOM of the same markup',
    value: median(ratios),
    unit: 'ratio',
    budget: 2,
  };
}

async function reactionAmongMany(): Promise<Measure> {
  const wall = await showWall(benchCommunity({ posts: 10_000, pageSize: 200 }));
  const older = (): HTMLElement | null => wall.renderRoot.querySelector('.older');
  while (older()) {
    older()?.click();
    // A frame for each page, as for a reader; without it the browser never gets to lay out.
    await new Promise(requestAnimationFrame);
  }
  await settled(wall);
  const posts = [...wall.renderRoot.querySelectorAll('kantine-post')];
  if (posts.length !== 10_000) throw new Error(`There are ${posts.length} posts on the page.`);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const post = posts[run * 3];
    const message = post?.renderRoot.querySelector('kantine-message');
    const reactions = message?.renderRoot.querySelector('kantine-reactions');
    const like = reactions?.renderRoot.querySelector('button');
    times.push(
      await timed(async () => {
        like?.click();
        await wall.updateComplete;
        await post?.updateComplete;
        await message?.updateComplete;
        await reactions?.updateComplete;
      }),
    );
    if (like?.getAttribute('aria-pressed') !== 'true')
      throw new Error('The reaction is not shown.');
    await new Promise(requestAnimationFrame);
  }
  return {
    name: 'wall: one reaction, tap to painted, at 10,000 posts loaded',
    value: median(times),
    unit: 'ms',
    budget: 16,
  };
}

const results = [await renderingAgainstRawDom(), await reactionAmongMany()];
Object.assign(window, { results });
