/** What the resolver answers to pages. */
import type { OperationResponse } from '@kantine/core';
import type { MarkedChange } from '../changes/marked.ts';

/** The answer to a call of the community. */
export type CommunityResponse = OperationResponse & {
  /** The changes that the call made, for the page that made them. */
  readonly written?: readonly MarkedChange[];
};

export type DoorResponse = CommunityResponse & {
  /** Until when Confluence answers nothing more, since its quota of the hour is used up. In milliseconds since 1970. */
  readonly quotaUntil?: number;
  /** Until when the person may write nothing more, since they wrote so much. In milliseconds since 1970. */
  readonly pausedUntil?: number;
  /** The address of the site, where pictures of people are; told to pages that look people up by themselves. */
  readonly siteUrl?: string;
};
