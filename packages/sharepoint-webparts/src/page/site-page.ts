/** What the web parts of one page share: one host, one community, one answer to «is it set up?». */
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { sharePointHost } from '@kantine/sharepoint-host';
import type {
  Choice,
  SetupState,
  SharePointContext,
  SharePointHost,
  TellProgress,
} from '@kantine/sharepoint-host';
import { isBegun } from './begun.ts';

export interface SitePage {
  readonly community: Community;
  readonly site: string;
  /** Undefined until the site has answered. */
  readonly setup: SetupState | undefined;
  /** Whether the owner who looks at it set the site up here, and has not closed the first steps. */
  readonly isBegun: boolean;
  /** Makes what is missing, and tells every web part. @throws KantineError */
  setUp(told?: TellProgress, readers?: Choice): Promise<void>;
  /** Calls back whenever the answer changes. @returns the function that ends it. */
  join(part: object, changed: () => void): () => void;
  /** One web part speaks for all of them. */
  isSpeaker(part: object): boolean;
}

export function openSitePage(host: SharePointHost): SitePage {
  const parts = new Map<object, () => void>();
  let setup: SetupState | undefined;
  let isAsked = false;

  function know(state: SetupState): void {
    setup = state;
    for (const changed of [...parts.values()]) changed();
  }

  async function ask(): Promise<void> {
    // Who is reading is asked in the same breath; every widget needs it.
    host.identity.me().catch(() => undefined);
    // A site that does not answer is no site without lists: the widgets say what is wrong with it.
    know(await host.setupState().catch(() => ({ kind: 'ready' as const })));
  }

  return {
    community: createCommunity(host),
    site: host.site,
    get setup() {
      return setup;
    },
    get isBegun() {
      return isBegun(host.site);
    },
    async setUp(told, readers) {
      const isNew = setup?.kind === 'missing';
      try {
        await host.provision({ ...(told ? { told } : {}), ...(readers ? { readers } : {}) });
      } catch (error) {
        // What stood in the way may be told by now: lists that a member made.
        await host.setupState().then(know, () => undefined);
        throw error;
      }
      const after = await host.setupState();
      if (isNew && after.kind === 'ready') {
        const { beginFirstSteps } = await import(
          /* webpackChunkName: 'setup' */ './first-steps.ts'
        );
        beginFirstSteps(host.site);
      }
      know(after);
    },
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
  return page;
}

const visibilityOfPage = {
  isVisible: () => document.visibilityState === 'visible',
  subscribe: (changed: () => void) => document.addEventListener('visibilitychange', changed),
};
