/**
 * The changes that a page announces to its widgets: those that realtime tells, and where realtime does
 * not work, unknown ones from time to time while the page is visible.
 */
import { anywhere, listeningHub } from '@kantine/core';
import type { Change, Changes } from '@kantine/core';
import type { Listening } from '../changes/listen.ts';

/** Whether the page is visible, as a browser's document and its visibilitychange event say. */
export interface Visibility {
  isVisible(): boolean;
  /** @returns the function that ends it. */
  subscribe(changed: () => void): () => void;
}

export interface LiveOptions {
  readonly listen: () => Promise<Listening>;
  readonly subscribeTo: (
    channel: Listening['channels'][number],
    told: (payload: unknown) => void,
  ) => Promise<() => void>;
  readonly visibility: Visibility;
  readonly now: () => number;
  /** How often an unknown change is announced where realtime does not tell everything. */
  readonly pollMilliseconds: number;
}

export interface Live extends Changes {
  /** Announces what this page wrote itself, unless realtime does. */
  wrote(changes: readonly Change[]): void;
}

/** Channels are asked for again, since groups are made and tokens expire. */
const renewMilliseconds = 10 * 60_000;
/** After a longer absence nobody knows what was missed. */
const absence = 60_000;

const unknown: Change = { container: anywhere, collection: anywhere };

/** @returns the change that a message of realtime tells, or nothing for another message. */
function changeIn(payload: unknown): Change | undefined {
  const { container, collection, origin } = (payload ?? {}) as Partial<
    Record<keyof Change, unknown>
  >;
  if (typeof container !== 'string' || typeof collection !== 'string') return undefined;
  return { container, collection, ...(typeof origin === 'string' ? { origin } : {}) };
}

export function liveChanges(options: LiveOptions): Live {
  const { listen, subscribeTo, visibility, now, pollMilliseconds } = options;
  const hub = listeningHub(queueMicrotask);
  const tell = hub.announce;
  let end: (() => void) | undefined;
  let isLive = false;

  function start(): () => void {
    let isOver = false;
    let ends: readonly (() => void)[] = [];
    let renewal: ReturnType<typeof setTimeout> | undefined;
    let hidden = visibility.isVisible() ? undefined : now();

    async function connect(): Promise<void> {
      let isWhole = false;
      let next: readonly (() => void)[] = [];
      try {
        const listening = await listen();
        next = await Promise.all(
          listening.channels.map((channel) =>
            subscribeTo(channel, (payload) => {
              const change = changeIn(payload);
              if (change) tell(change);
            }),
          ),
        );
        ({ isWhole } = listening);
      } catch {
        // A query tells the reader what is wrong; until the next attempt the page polls.
      }
      for (const stop of ends) stop();
      ends = next;
      isLive = isWhole;
      if (isOver) stop();
      else renewal = setTimeout(() => void connect(), renewMilliseconds);
    }

    function announceUnknown(): void {
      if (!isLive && visibility.isVisible()) tell(unknown);
    }

    function visibilityChanged(): void {
      if (!visibility.isVisible()) hidden ??= now();
      else {
        const away = hidden === undefined ? 0 : now() - hidden;
        hidden = undefined;
        if (away >= absence) tell(unknown);
      }
    }

    const poll = setInterval(announceUnknown, pollMilliseconds);
    const unwatch = visibility.subscribe(visibilityChanged);
    const stop = (): void => {
      isOver = true;
      isLive = false;
      clearInterval(poll);
      clearTimeout(renewal);
      unwatch();
      for (const one of ends) one();
      ends = [];
    };
    void connect();
    return stop;
  }

  hub.onListening((isListening) => {
    end?.();
    end = isListening ? start() : undefined;
  });

  return {
    subscribe: hub.subscribe,
    wrote(changes) {
      if (!isLive) for (const change of changes) tell(change);
    },
  };
}
