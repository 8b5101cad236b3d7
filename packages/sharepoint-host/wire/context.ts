import type { Wait } from '@kantine/core';

/** What the host needs of the page that it runs in; SPFx, a plain page and a test each fill it in. */
export interface SharePointContext {
  /** The absolute address of the web that holds the lists, without a slash at its end. */
  readonly webUrl: string;
  /** Sends requests as the signed-in person; the page's own fetch unless told otherwise. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** The time of the server, as well as the page knows it. */
  readonly now?: () => number;
  /** Waits before a request is repeated. */
  readonly wait?: Wait;
  /** The reader's number in the site collection, where the page knows it; saves a request. */
  readonly userId?: number;
  /** A form digest that came with the page; saves a request. */
  readonly formDigest?: PageDigest;
}

interface PageDigest {
  readonly value: string;
  /** For how long it is good from now on. */
  readonly seconds: number;
}

type KnownToSome = 'userId' | 'formDigest';

export type Environment = Required<Omit<SharePointContext, KnownToSome>> &
  Pick<SharePointContext, KnownToSome>;

/** Fills in what a browser has by itself. */
export const environmentOf = (context: SharePointContext): Environment => ({
  ...context,
  webUrl: context.webUrl.replace(/\/+$/, ''),
  // A browser's fetch refuses to run as a method of anything but the window.
  fetch: context.fetch ?? ((url, init) => fetch(url, init)),
  now: context.now ?? (() => Date.now()),
  wait:
    context.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
});
