/** What a wall asks, shared by what reads it and what writes on it. */
import type { CommentPage, WallPage } from '@kantine/core';
import type { Asking } from '../kit/asking.ts';
import type { WallState } from './wall-state.ts';

/** A page, and the newest comments of posts whose earlier comments were asked for. */
export interface Fresh {
  readonly page: WallPage;
  readonly comments: readonly (readonly [post: string, CommentPage])[];
  /** Joins it with what is shown; absent for a first page. */
  readonly merge?: (before: WallState, fresh: Fresh) => WallState;
}

export type WallAsking = Asking<WallState, Fresh>;

/** What a write carries, and the changes that it makes. */
export interface Origin {
  readonly origin: string;
}
