/** The community of a page in Confluence: its operations run in the resolver. */
import { fromErrorMessage, NotFound, onPageOf, randomKey, remoteCommunity } from '@kantine/core';
import type {
  Community,
  DirectoryPerson,
  MessageRef,
  OperationRequest,
  OperationResponse,
} from '@kantine/core';
import type { Listening } from '../changes/listen.ts';
import type { DoorResponse } from '../resolver/door.ts';
import type { SiteSettings } from '../resolver/site-settings.ts';
import type { SiteCheck } from './check.ts';
import type { SpaceSettings } from '../resolver/space-settings.ts';
import type { Retention } from '../upkeep/site-settings.ts';
import { openBridge } from './bridge.ts';
import type { Bridge } from './bridge.ts';
import { openCalls } from './calls.ts';
import { openFrames } from './frames.ts';
import { liveChanges } from './live.ts';
import type { Live, Visibility } from './live.ts';
import { openAudiences } from './audience.ts';
import { openPeople } from './people.ts';
import { refreshing } from './refreshing.ts';
import { keepStanding } from './standing.ts';
import type { Standing } from './standing.ts';

/** The settings of a space and of the site. */
export interface Settings {
  /** Whether Kantine is enabled in the space that the page is in. */
  readSpace(): Promise<SpaceSettings>;
  /** For administrators of the space. @returns how it stands from now on. @throws Forbidden */
  changeSpace(settings: Pick<SpaceSettings, 'enabled'>): Promise<SpaceSettings>;
  /** For administrators of the site. @throws Forbidden */
  readSite(): Promise<SiteSettings>;
  /** For administrators of the site: takes the words of somebody's message away. @throws Forbidden, NotFound, Invalid */
  removeMessage(message: MessageToRemove): Promise<void>;
  /** For administrators of the site. @throws Forbidden, Invalid */
  changeSite(settings: Retention): Promise<void>;
}

export interface MessageToRemove {
  readonly group: string;
  readonly kind: MessageRef['kind'];
  readonly id: string;
  /** At least three words; readers see it in the place of the message. */
  readonly reason: string;
}

export interface Confluence {
  readonly community: Community;
  readonly settings: Settings;
  /** Tells how the page stands, now and whenever that changes. */
  onStanding(told: (standing: Standing) => void): void;
  /** For administrators of the site: tries on it what nobody promises. */
  openCheck(loads: (address: string) => Promise<boolean>): Promise<SiteCheck>;
  /** Asks again for what the page may have missed. */
  catchUp(): void;
}

export interface ConfluenceOptions {
  /** Whether the page is visible; the document says so by default. */
  readonly visibility?: Visibility;
  readonly pollMilliseconds?: number;
  /** Names the site among those whose frames share an origin; the address of the page around it. */
  readonly site?: string;
  /** Names the person and the space of the page: frames of another place are none of this page's. */
  readonly place?: Promise<string>;
  /** Forge's bridge; the one that the page's frame has by default. */
  readonly bridge?: Bridge;
  /** A number from 0 to 1; pages that hear of one change spread by it. */
  readonly random?: () => number;
  /** When the reader did something in this page last; the document says so by default. */
  readonly active?: () => number;
}

const usualPoll = 30_000;
/** How many colleagues a search offers. */
const mostFound = 8;

const documentVisibility: Visibility = {
  isVisible: () => document.visibilityState === 'visible',
  subscribe(changed) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};

/** A person who opens a page takes part, until some time after they last touched it. */
function watchReader(now: () => number): () => number {
  let last = now();
  const touched = (): void => void (last = now());
  if (typeof addEventListener === 'function') {
    for (const name of ['pointerdown', 'keydown'])
      addEventListener(name, touched, { passive: true });
  }
  return () => last;
}

async function ask<Value>(bridge: Bridge, operation: string, input: object = {}): Promise<Value> {
  const response = (await bridge.call({ operation, input })) as OperationResponse;
  if ('error' in response) throw fromErrorMessage(response.error);
  return response.value as Value;
}

/** People come in the order of their names, which the resolver did not know. */
function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const nameOf = (member: unknown): string =>
    String((member as { person?: { name?: unknown } }).person?.name);
  return value.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
}

/** @throws NotFound where Confluence does not know whom the answer is about */
function demandPerson(value: unknown): void {
  const { person } = value as { readonly person: DirectoryPerson };
  if (!person.active && person.name === '') throw new NotFound(`person ${person.id}`);
}

/** The site around the page, until an answer has said it. */
const originOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined;

/** Loads Forge's bridge and opens the community for the reader of the page. */
export async function openConfluence(options: ConfluenceOptions = {}): Promise<Confluence> {
  const now = Date.now;
  const {
    visibility = documentVisibility,
    pollMilliseconds = usualPoll,
    site = typeof document === 'undefined' ? '' : document.referrer,
    place = Promise.resolve(''),
    random = Math.random,
    active = watchReader(now),
  } = options;
  const { bridge = await openBridge() } = options;
  const frames = openFrames({ bridge, now, place });
  const people = openPeople({ ask: (path) => bridge.ask(path), now });
  const audiences = openAudiences({ ask: (path) => bridge.ask(path), now });
  const standing = keepStanding({ now, random, over: () => live.tellAll() });
  const refresh = refreshing({
    now,
    random,
    tell: (change) => live.repeat(change),
    isBehind: (isBehind) => standing.behind(isBehind),
  });
  const live: Live = liveChanges({
    frames,
    hear: (containers) => ask<Listening>(bridge, 'hear', { containers }),
    subscribeTo: (channel, told) => bridge.subscribeTo(channel, told),
    visibility,
    now,
    random,
    active,
    pollMilliseconds,
    told: (change) => refresh.told(change),
  });
  const calls = openCalls({
    bridge,
    frames,
    heard: () => live.heard(),
    hear: (listening, containers) => live.open(listening, containers),
  });

  let siteUrl = originOf(site);

  /** Which colleagues there are the page asks itself: each of them would cost the app two points. */
  async function searchPeople(input: unknown): Promise<DoorResponse> {
    const { text } = (input ?? {}) as { readonly text?: unknown };
    const found = await people.search(String(text), siteUrl);
    const shown = found.slice(0, mostFound);
    return {
      value: shown.map(({ id, name, active, photo }) => ({
        id,
        name,
        active,
        ...(photo === undefined ? {} : { photo }),
      })),
    };
  }

  async function send(request: OperationRequest): Promise<DoorResponse> {
    const work = onPageOf(request.operation);
    if (work === 'finds people') return searchPeople(request.input);
    try {
      const response = await calls.call(request);
      const error = 'error' in response ? fromErrorMessage(response.error) : undefined;
      refresh.answered(error);
      if (error && response.quotaUntil !== undefined) standing.waitUntil(response.quotaUntil);
      if (error && response.pausedUntil !== undefined) standing.pauseUntil(response.pausedUntil);
      if (response.written) live.wrote(response.written);
      if ('error' in response) return response;
      siteUrl = response.siteUrl ?? siteUrl;
      const named = await people.name(response.value, siteUrl);
      const value = audiences.fillKnown(await audiences.fill(named));
      if (work === 'needs the person') demandPerson(value);
      return { ...response, value: work === 'orders people' ? inOrder(value) : value };
    } catch (error) {
      refresh.answered(error);
      throw error;
    }
  }

  const community = remoteCommunity({
    send,
    changes: live,
    // Drafts of several sites may share the origin of the app's frames; each frame knows who holds it.
    site,
    ids: { next: () => randomKey((bytes) => crypto.getRandomValues(bytes)) },
  });
  const named = async (known: SpaceSettings): Promise<SpaceSettings> =>
    (await people.name(known, siteUrl)) as SpaceSettings;
  const settings: Settings = {
    async readSpace() {
      return named(await ask<SpaceSettings>(bridge, 'readSpaceSettings'));
    },
    async changeSpace(input) {
      const known = await ask<SpaceSettings | null>(bridge, 'changeSpaceSettings', input);
      // A resolver of an earlier version answers nothing.
      return known ? named(known) : settings.readSpace();
    },
    removeMessage: (input) => ask(bridge, 'removeMessage', input),
    readSite: () => ask(bridge, 'readSiteSettings'),
    changeSite: (input) => ask(bridge, 'changeSiteSettings', input),
  };
  return {
    community,
    settings,
    onStanding: (told) => standing.subscribe(told),
    catchUp: () => refresh.again(),
    async openCheck(loads) {
      const { openSiteCheck } = await import('./check.ts');
      return openSiteCheck({
        ask: (operation, input) => ask(bridge, operation, input),
        bridge,
        siteUrl,
        loads,
      });
    },
  };
}
