/**
 * The frames of the app on one page: each macro has one. The one that was opened first leads: it calls
 * and listens for all of them. They find each other by messages over the bridge; a leader that is silent
 * for too long is followed no more.
 */
import { randomKey } from '@kantine/core';
import type { Bridge } from './bridge.ts';

/** A message between frames; what else it holds is its sender's matter. */
interface FrameMessage {
  readonly kind: string;
  readonly from: string;
  /** Absent for a message to all. */
  readonly to?: string;
  readonly content?: unknown;
}

export interface Frames {
  /** The frame that leads, or nothing where this one does. */
  leader(): string | undefined;
  send(kind: string, content: unknown, to?: string): void;
  /** Hears messages of one kind from other frames of the page. */
  on(kind: string, told: (content: unknown, from: string) => void): void;
  /** Told when this frame begins to lead, and when it ends. */
  onLeading(told: (isLeading: boolean) => void): void;
  /** Follows a frame no more that did not answer. */
  forget(name: string): void;
}

export interface FramesOptions {
  readonly bridge: Pick<Bridge, 'emit' | 'onMessage'>;
  readonly now: () => number;
  /** Frames of another place, or of another person, are none of this page's. */
  readonly place: Promise<string>;
}

/** How often a leader says that it is there, and for how long it is believed. In milliseconds. */
const beat = 10_000;
const patience = 35_000;

export function openFrames({ bridge, now, place }: FramesOptions): Frames {
  const id = randomKey((bytes) => crypto.getRandomValues(bytes));
  // By the alphabet, the frame that was opened first comes first.
  const me = `${now().toString(36).padStart(9, '0')}-${id}`;
  const seen = new Map<string, number>();
  const listeners = new Map<string, (content: unknown, from: string) => void>();
  let here: string | undefined;
  let tell: (isLeading: boolean) => void = () => undefined;
  let wasLeading = true;

  function leader(): string | undefined {
    const living = [...seen].filter(([, at]) => now() - at < patience).map(([name]) => name);
    const first = [me, ...living].sort()[0];
    return first === me ? undefined : first;
  }

  function look(): void {
    const isLeading = leader() === undefined;
    if (isLeading === wasLeading) return;
    wasLeading = isLeading;
    tell(isLeading);
  }

  function send(kind: string, content: unknown, to?: string): void {
    if (here === undefined) return;
    bridge.emit({ kind, from: me, place: here, content, ...(to === undefined ? {} : { to }) });
  }

  bridge.onMessage((message) => {
    const { kind, from, to, place, content } = (message ?? {}) as Partial<
      FrameMessage & { readonly place: string }
    >;
    if (typeof kind !== 'string' || typeof from !== 'string') return;
    if (from === me || here === undefined || place !== here) return;
    if (to !== undefined && to !== me) return;
    if (kind === 'gone') seen.delete(from);
    else seen.set(from, now());
    // A new frame is told which others are here.
    if (kind === 'here' && content === 'new') send('here', undefined, from);
    look();
    listeners.get(kind)?.(content, from);
  });

  void place.then((known) => {
    here = known;
    send('here', 'new');
    if (typeof addEventListener === 'function') {
      addEventListener('pagehide', () => send('gone', undefined));
    }
    setInterval(() => {
      if (leader() === undefined && seen.size > 0) send('here', undefined);
      look();
    }, beat);
  });

  return {
    leader,
    send,
    on: (kind, told) => void listeners.set(kind, told),
    onLeading: (told) => void (tell = told),
    forget(name) {
      seen.delete(name);
      look();
    },
  };
}
