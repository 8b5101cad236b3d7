/** The community of a page in Confluence: its operations run in the resolver. */
import { fromErrorMessage, randomKey, remoteCommunity } from '@kantine/core';
import type { Community, Response } from '@kantine/core';
import type { Listening } from '../changes/listen.ts';
import type { DoorResponse } from '../resolver/door.ts';
import type { SiteSettings } from '../resolver/site-settings.ts';
import type { SpaceSettings } from '../resolver/space-settings.ts';
import type { Retention } from '../upkeep/site-settings.ts';
import { openBridge } from './bridge.ts';
import type { Bridge } from './bridge.ts';
import { liveChanges } from './live.ts';
import type { Visibility } from './live.ts';

/** The settings of a space and of the site. */
export interface Settings {
  /** Whether Kantine is enabled in the space that the page is in. */
  readSpace(): Promise<SpaceSettings>;
  /** For administrators of the space. @throws Forbidden */
  changeSpace(settings: Pick<SpaceSettings, 'enabled'>): Promise<void>;
  /** For administrators of the site. @throws Forbidden */
  readSite(): Promise<SiteSettings>;
  /** For administrators of the site. @throws Forbidden, Invalid */
  changeSite(settings: Retention): Promise<void>;
}

export interface Confluence {
  readonly community: Community;
  readonly settings: Settings;
}

export interface ConfluenceOptions {
  /** Whether the page is visible; the document says so by default. */
  readonly visibility?: Visibility;
  readonly pollMilliseconds?: number;
  /** Names the site among those whose frames share an origin; the address of the page around it. */
  readonly site?: string;
}

const usualPoll = 30_000;

const documentVisibility: Visibility = {
  isVisible: () => document.visibilityState === 'visible',
  subscribe(changed) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};

async function ask<Value>(bridge: Bridge, operation: string, input: object = {}): Promise<Value> {
  const response = (await bridge.call({ operation, input })) as Response;
  if ('error' in response) throw fromErrorMessage(response.error);
  return response.value as Value;
}

/** Loads Forge's bridge and opens the community for the reader of the page. */
export async function openConfluence(options: ConfluenceOptions = {}): Promise<Confluence> {
  const {
    visibility = documentVisibility,
    pollMilliseconds = usualPoll,
    site = typeof document === 'undefined' ? '' : document.referrer,
  } = options;
  const bridge = await openBridge();
  const live = liveChanges({
    listen: () => ask<Listening>(bridge, 'listen'),
    subscribeTo: (channel, told) => bridge.subscribeTo(channel, told),
    visibility,
    now: Date.now,
    pollMilliseconds,
  });
  const community = remoteCommunity({
    async send(request) {
      const response = (await bridge.call(request)) as DoorResponse;
      if (response.written) live.wrote(response.written);
      return response;
    },
    changes: live,
    // Drafts of several sites may share the origin of the app's frames; each frame knows who holds it.
    site,
    ids: { next: () => randomKey((bytes) => crypto.getRandomValues(bytes)) },
  });
  const settings: Settings = {
    readSpace: () => ask(bridge, 'readSpaceSettings'),
    changeSpace: (input) => ask(bridge, 'changeSpaceSettings', input),
    readSite: () => ask(bridge, 'readSiteSettings'),
    changeSite: (input) => ask(bridge, 'changeSiteSettings', input),
  };
  return { community, settings };
}
