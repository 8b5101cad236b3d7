/** What each page of the bench offers: one design of the wall, and the same questions about it. */
import type { WallSize } from './content.ts';

export interface Design {
  /** Puts the wall on the page; its first posts come with a page that is answered at once. */
  show(size: WallSize): void;
  /** The button that brings the next page of posts; null once everything is loaded. */
  older(): HTMLElement | null;
}
