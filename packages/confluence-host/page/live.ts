/**
 * Changes as a page hears of them: by realtime where it works, otherwise by looking again from time to
 * time while somebody sees the page.
 */
import { anywhere, listeningHub } from '@kantine/core';
import type { Change, Changes } from '@kantine/core';
import type { Listening } from '../changes/listen.ts';

/** Whether anybody sees the page; a browser's document and its visibilitychange fill it in. */
export interface Visibility {
  isVisible(): boolean;
  /** @returns the function that ends it. */
  subscribe(changed: () => void): () => void;
}

export interface LiveOptions {
  readonly listen: () => Promise<Listening>;
  readonly hear: (
    channel: Listening['channels'][number],
    told: (payload: unknown) => void,
  ) => Promise<() => void>;
  readonly visibility: Visibility;
  readonly now: () => number;
  /** Between two looks where realtime does not tell everything. */
  readonly pollMilliseconds: number;
}

export interface Live extends Changes {
  /** Tells what this page wrote itself, unless realtime does. */
  wrote(changes: readonly Change[]): void;
}

/** Channels are asked for anew, as groups are made and tokens expire. */
const renewMilliseconds = 10 * 60_000;
/** After a longer absence nobody knows what was missed. */
const absence = 60_000;

const unknown: Change = { container: anywhere, collection: anywhere };

function isChange(payload: unknown): payload is Change {
  const { container, collection } = (payload ?? {}) as Partial<Record<keyof Change, unknown>>;
  return typeof container === 'string' && typeof collection === 'string';
}

export function liveChanges(options: LiveOptions): Live {
  const { listen, hear, visibility, now, pollMilliseconds } = options;
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
            hear(channel, (payload) => {
              if (isChange(payload)) tell(payload);
            }),
          ),
        );
        ({ isWhole } = listening);
      } catch {
        // Whoever reads is told what is wrong; here the page goes on to look by itself.
      }
      for (const stop of ends) stop();
      ends = next;
      isLive = isWhole;
      if (isOver) stop();
      else renewal = setTimeout(() => void connect(), renewMilliseconds);
    }

    function look(): void {
      if (!isLive && visibility.isVisible()) tell(unknown);
    }

    function seen(): void {
      if (!visibility.isVisible()) hidden ??= now();
      else {
        const away = hidden === undefined ? 0 : now() - hidden;
        hidden = undefined;
        if (away >= absence) tell(unknown);
      }
    }

    const poll = setInterval(look, pollMilliseconds);
    const unwatch = visibility.subscribe(seen);
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
