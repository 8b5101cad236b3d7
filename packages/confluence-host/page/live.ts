/**
 * The changes that a page announces to its widgets: those that realtime tells, and where realtime does
 * not work, unknown ones from time to time while the page is visible. One frame of the page listens for
 * all of them.
 */
import { anywhere, listeningHub } from '@kantine/core';
import type { Change, Changes } from '@kantine/core';
import type { Listening } from '../changes/listen.ts';
import type { MarkedChange } from '../changes/marked.ts';
import type { Frames } from './frames.ts';
import { spread } from './spread.ts';
import { openSubscriptions } from './subscriptions.ts';
import type { SubscriptionsOptions } from './subscriptions.ts';

/** Whether the page is visible, as a browser's document and its visibilitychange event say. */
export interface Visibility {
  isVisible(): boolean;
  /** @returns the function that ends it. */
  subscribe(changed: () => void): () => void;
}

export interface LiveOptions {
  readonly frames: Frames;
  /** The channels that tell of some containers. */
  readonly hear: (containers: readonly string[]) => Promise<Listening>;
  readonly subscribeTo: SubscriptionsOptions['subscribeTo'];
  readonly visibility: Visibility;
  readonly now: () => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
  /** When the reader did something in this page last. */
  readonly active: () => number;
  /** How often an unknown change is announced where realtime does not tell everything. */
  readonly pollMilliseconds: number;
  /** Told of each change that widgets are told of. */
  readonly told: (change: Change) => void;
}

export interface Live extends Changes {
  /** Announces at once what this page wrote itself. */
  wrote(changes: readonly MarkedChange[]): void;
  /** Announces that anything may have changed. */
  tellAll(): void;
  /** Tells the widgets of a change once more. */
  repeat(change: Change): void;
  /** The containers whose changes are heard, or nothing where no widget listens. */
  heard(): readonly string[] | undefined;
  /** The channels that tell of containers which the page has come to show. */
  open(listening: Listening, containers: readonly string[]): void;
}

/** A token is asked for again before it expires, by each page at another time. In milliseconds. */
const margin = 60_000;
const marginSpread = 4 * 60_000;
/** After a longer absence nobody knows what was missed. */
const absence = 60_000;
/** Own writes whose message may still be on its way. */
const mostOwn = 200;

const unknownChange: Change = { container: anywhere, collection: anywhere };

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** @returns the change that a message of realtime or of a frame tells, or nothing for another message. */
function changeIn(payload: unknown): MarkedChange | undefined {
  const fields = (payload ?? {}) as Partial<Record<keyof MarkedChange, unknown>>;
  const { container, collection } = fields;
  if (typeof container !== 'string' || typeof collection !== 'string') return undefined;
  return { container, collection, mark: textOf(fields.mark), origin: textOf(fields.origin) };
}

/** What widgets are told. */
const toldOf = ({ container, collection, origin }: MarkedChange): Change =>
  origin === undefined ? { container, collection } : { container, collection, origin };

export function liveChanges(options: LiveOptions): Live {
  const { frames, hear, visibility, now, random, active, pollMilliseconds } = options;
  const hub = listeningHub(queueMicrotask);
  const shown = new Set<string>();
  const own = new Set<string>();
  let session: Session | undefined;

  function tell(change: Change): void {
    options.told(change);
    hub.announce(change);
  }

  const gathered = spread({ now, random, active, tell });

  /** Of another page, or of this one: then widgets have been told, or will be with the answer. */
  function heardOf({ container, collection, mark }: MarkedChange): void {
    if (mark === undefined || !own.has(mark)) gathered.add({ container, collection }, mark);
  }

  function wrote(changes: readonly MarkedChange[]): void {
    for (const { mark } of changes) {
      if (mark === undefined) continue;
      own.add(mark);
      gathered.forget(mark);
    }
    for (const mark of own) {
      if (own.size <= mostOwn) break;
      own.delete(mark);
    }
    for (const change of changes) tell(toldOf(change));
  }

  interface Session {
    open(listening: Listening): void;
    end(): void;
  }

  /** What the frame that leads does while anybody listens; each session touches nothing but its own. */
  function start(): Session {
    let isOver = false;
    let isEverything = true;
    let renewal: ReturnType<typeof setTimeout> | undefined;
    const subscriptions = openSubscriptions({
      subscribeTo: options.subscribeTo,
      random,
      told(payload) {
        const change = changeIn(payload);
        if (!change) return;
        frames.send('change', change);
        heardOf(change);
      },
    });

    function open({ channels, isWhole }: Listening): void {
      if (isOver) return;
      subscriptions.open(channels);
      isEverything &&= isWhole;
      const ends = Math.min(...channels.map(({ expires }) => expires));
      if (Number.isFinite(ends)) renewAt(ends - margin - random() * marginSpread);
    }

    function renewAt(moment: number): void {
      clearTimeout(renewal);
      renewal = setTimeout(() => void renew(), Math.max(pollMilliseconds, moment - now()));
    }

    async function renew(): Promise<void> {
      try {
        const listening = await hear([...shown]);
        isEverything = true;
        open(listening);
      } catch {
        // Until the next attempt the page polls, or hears what it still hears.
        if (!isOver) renewAt(now() + pollMilliseconds);
      }
    }

    const poll = setInterval(() => {
      const isLive = isEverything && subscriptions.isWhole();
      if (isLive || shown.size === 0 || !visibility.isVisible()) return;
      frames.send('change', unknownChange);
      gathered.add(unknownChange);
    }, pollMilliseconds);
    // What was shown before anybody listened, or by another frame that led.
    if (shown.size > 0) void renew();
    return {
      open,
      end() {
        isOver = true;
        clearInterval(poll);
        clearTimeout(renewal);
        subscriptions.end();
      },
    };
  }

  let isListening = false;
  /** Other frames listen, too: the leading frame listens for them as long as it shows anything itself. */
  function decide(): void {
    const isWanted = isListening && frames.leader() === undefined;
    if (isWanted) session ??= start();
    else {
      session?.end();
      session = undefined;
    }
  }

  let hidden: number | undefined;
  let unwatch: () => void = () => undefined;
  function visibilityChanged(): void {
    if (!visibility.isVisible()) hidden ??= now();
    else {
      const away = hidden === undefined ? 0 : now() - hidden;
      hidden = undefined;
      if (away >= absence) tell(unknownChange);
    }
  }

  hub.onListening((isOn) => {
    isListening = isOn;
    unwatch();
    unwatch = isOn ? visibility.subscribe(visibilityChanged) : () => undefined;
    hidden = isOn && !visibility.isVisible() ? now() : undefined;
    if (!isOn) gathered.end();
    decide();
  });
  frames.onLeading(decide);
  frames.on('change', (content) => {
    const change = changeIn(content);
    if (change && isListening) heardOf(change);
  });
  frames.on('wrote', (content) => {
    const changes = (Array.isArray(content) ? content : []).map(changeIn);
    wrote(changes.filter((change) => change !== undefined));
  });
  frames.on('shown', (content) => {
    for (const each of Array.isArray(content) ? content : []) shown.add(String(each));
  });

  return {
    subscribe: hub.subscribe,
    wrote(changes) {
      frames.send('wrote', changes);
      wrote(changes);
    },
    tellAll: () => tell(unknownChange),
    repeat: (change) => hub.announce(change),
    heard: () => (session ? [...shown] : undefined),
    open(listening, containers) {
      for (const each of containers) shown.add(each);
      // A frame that leads later hears of the same.
      frames.send('shown', [...shown]);
      session?.open(listening);
    },
  };
}
