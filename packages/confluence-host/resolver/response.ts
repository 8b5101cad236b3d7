import type { Change, Response } from '@kantine/core';

/** The answer to a call of the community. */
export type CommunityResponse = Response & {
  /** The changes that the call made, for the page that made them. */
  readonly written?: readonly Change[];
};
