/**
 * The channels that a page is subscribed to. Realtime takes a limited number of operations a second of a
 * site, so that any may be refused: each is tried again, later every time. Every subscription that is
 * opened is ended.
 */
import type { Listening } from '../changes/listen.ts';

type RealtimeChannel = Listening['channels'][number];

export interface SubscriptionsOptions {
  readonly subscribeTo: (
    channel: RealtimeChannel,
    told: (payload: unknown) => void,
  ) => Promise<() => void>;
  readonly told: (payload: unknown) => void;
  /** A number from 0 to 1. */
  readonly random: () => number;
}

export interface Subscriptions {
  /** Subscribes to what it is not subscribed to yet; a new token takes the place of the one before. */
  open(channels: readonly RealtimeChannel[]): void;
  /** Whether every channel that was opened tells of changes. */
  isWhole(): boolean;
  end(): void;
}

/** How long to wait before the first further attempt and before all later ones. In milliseconds. */
const first = 1000;
const last = 60_000;

interface Subscription {
  isOver: boolean;
  end?: () => void;
  retry?: ReturnType<typeof setTimeout>;
}

export function openSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { subscribeTo, told, random } = options;
  const open = new Map<string, Subscription>();

  function stop(subscription: Subscription | undefined): void {
    if (!subscription) return;
    subscription.isOver = true;
    clearTimeout(subscription.retry);
    subscription.end?.();
  }

  async function attempt(
    channel: RealtimeChannel,
    mine: Subscription,
    before: Subscription | undefined,
    delay: number,
  ): Promise<void> {
    try {
      const end = await subscribeTo(channel, (payload) => {
        if (!mine.isOver) told(payload);
      });
      // It came late: it ends itself, and touches no other.
      if (mine.isOver) return end();
      mine.end = end;
      stop(before);
    } catch {
      if (mine.isOver) return;
      const wait = delay * (0.5 + random());
      const next = Math.min(delay * 2, last);
      mine.retry = setTimeout(() => void attempt(channel, mine, before, next), wait);
    }
  }

  return {
    open(channels) {
      for (const channel of channels) {
        const before = open.get(channel.name);
        const mine: Subscription = { isOver: false };
        open.set(channel.name, mine);
        // The one before tells on until the new one does, unless it never did.
        if (before?.end === undefined) stop(before);
        void attempt(channel, mine, before?.end === undefined ? undefined : before, first);
      }
    },
    isWhole: () => open.size > 0 && [...open.values()].every(({ end }) => end !== undefined),
    end() {
      for (const subscription of open.values()) stop(subscription);
      open.clear();
    },
  };
}
