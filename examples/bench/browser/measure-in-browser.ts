/** What needs a real browser: the first view, scrolling, and one reaction among many posts, in three designs. */
import type { Measure } from '../measure.ts';
import { measureFirstView } from './first-view.ts';
import { openPages } from './pages.ts';
import { measureOwnWrites } from './own-writes.ts';
import { measureReaction } from './reaction.ts';
import { measureScrolling } from './scrolling.ts';

export async function measureInBrowser(): Promise<Measure[]> {
  const pages = await openPages();
  try {
    return [
      ...(await measureOwnWrites(pages)),
      ...(await measureFirstView(pages)),
      ...(await measureScrolling(pages)),
      ...(await measureReaction(pages)),
    ];
  } finally {
    await pages.close();
  }
}
