/** What the web parts of one page share: one host, one community, one answer to «is it set up?». */
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { sharePointHost } from '@kantine/sharepoint-host';
import type { SetupState, SharePointContext, SharePointHost } from '@kantine/sharepoint-host';

export interface SitePage {
  readonly community: Community;
  readonly host: SharePointHost;
  /** Undefined until the site has answered. */
  readonly setup: SetupState | undefined;
  /** Under which the browser keeps that an owner has just set the site up. */
  readonly begunKey: string;
  /** Whether the first steps after a set-up are still to be shown. */
  readonly isBegun: boolean;
  /** Takes note of another answer, and tells every web part. */
  know(setup: SetupState): void;
  /** Calls back whenever the answer changes. @returns the function that ends it. */
  join(part: object, changed: () => void): () => void;
  /** One web part speaks for all of them. */
  isSpeaker(part: object): boolean;
}

export function openSitePage(host: SharePointHost): SitePage {
  const parts = new Map<object, () => void>();
  let setup: SetupState | undefined;
  let isAsked = false;
  const begunKey = `kantine.first-steps ${host.site}`;

  function know(state: SetupState): void {
    setup = state;
    for (const changed of [...parts.values()]) changed();
  }

  async function ask(): Promise<void> {
    // The reader is asked for in the same request; every widget needs them.
    host.identity.me().catch(() => undefined);
    // A site that does not answer is no site without lists: the widgets say what is wrong with it.
    know(await host.setupState().catch(() => ({ kind: 'ready' as const })));
  }

  return {
    community: createCommunity(host),
    host,
    begunKey,
    get isBegun() {
      try {
        return localStorage.getItem(begunKey) !== null;
      } catch {
        // A browser may refuse to keep anything.
        return false;
      }
    },
    get setup() {
      return setup;
    },
    know,
    join(part, changed) {
      parts.set(part, changed);
      if (!isAsked) void ask();
      isAsked = true;
      return () => {
        parts.delete(part);
        for (const call of [...parts.values()]) call();
      };
    },
    isSpeaker: (part) => parts.keys().next().value === part,
  };
}

/** The whole page has it, whatever bundles are on the page. */
const pagesKey = Symbol.for('kantine.sharepoint-pages');

/** The page's own, made by the first web part that asks. */
export function sitePageOf(context: SharePointContext): SitePage {
  const { webUrl } = context;
  const shared = globalThis as unknown as Record<
    typeof pagesKey,
    Map<string, SitePage> | undefined
  >;
  const pages = (shared[pagesKey] ??= new Map<string, SitePage>());
  const known = pages.get(webUrl);
  if (known) return known;
  const page = openSitePage(
    sharePointHost({ ...context, watch: { visibility: visibilityOfPage } }),
  );
  pages.set(webUrl, page);
  offerCheck(context);
  return page;
}

/** Owners and their colleagues come by a link; nobody else loads the check of a site. */
function offerCheck(context: SharePointContext): void {
  const look = (): void => {
    // As check-link.ts says, which every page would load: the first load has few bytes left.
    if (!location.hash.startsWith('#kantine-check')) return;
    void import(/* webpackChunkName: 'check' */ './check-page.ts').then((page) =>
      page.openCheck(context),
    );
  };
  look();
  addEventListener('hashchange', look);
}

const visibilityOfPage = {
  isVisible: () => document.visibilityState === 'visible',
  subscribe: (changed: () => void) => document.addEventListener('visibilitychange', changed),
};
