/** What a wall shows. */
import type { PostView, WallPage } from '@kantine/core';

/** Everything of a page but its posts. */
export type WallInfo = Omit<WallPage, 'posts' | 'cursor'>;

export interface WallState {
  readonly info: WallInfo;
  /**
   * Posts, newest first, in the pages they arrived in: a change touches one page, and the others
   * need no rendering however many there are.
   */
  readonly pages: readonly (readonly PostView[])[];
  /** Where older posts begin. */
  readonly cursor?: string | undefined;
  /** Posts by others that the latest refresh brought. */
  readonly arrived: readonly PostView[];
}

/** The wall that a first page shows. */
export const firstView = ({ posts, cursor, ...info }: WallPage): WallState => ({
  info,
  pages: [posts],
  cursor,
  arrived: [],
});
