/** A visit to a wall: where the reader stopped the last time, and what counts as read now. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WallState } from './wall-state.ts';

/** A visitor who leaves sooner has not read what is new. In milliseconds. */
const readAfter = 2_000;

/** So long is somebody away before a wall offers to begin anew. In milliseconds. */
const long = 14 * 86_400_000;

/** @param readUntil undefined on a first visit. */
export const longAway = (readUntil: number | undefined): readUntil is number =>
  Date.now() - (readUntil ?? Infinity) > long;

export class Visit implements ReactiveController {
  /** Where the reader was when the wall was opened; it stays there during this visit. */
  readUntil: number | undefined;
  readonly #markRead: (until: number) => unknown;
  /** The wall that is being visited. */
  #group: string | undefined;
  /** Runs while the reader has not yet looked for long enough to have read what is new. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, markRead: (until: number) => unknown) {
    this.#markRead = markRead;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.end();
  }

  /** Another wall is shown, or none. */
  end(): void {
    clearTimeout(this.#timer);
    this.#group = undefined;
  }

  /** A wall is about to be drawn. */
  draws({ info }: WallState): void {
    if (this.#group !== info.group.id) this.readUntil = info.readUntil;
  }

  /** A wall has been drawn. */
  drew({ info, pages }: WallState): void {
    const newest = pages[0]?.[0];
    if (!newest || this.#group === info.group.id) return;
    this.#group = info.group.id;
    if (newest.created > (info.readUntil ?? 0)) this.#read(newest.created);
  }

  /** Counts as read what somebody had before their eyes for a while. */
  #read(until: number): void {
    this.#timer = setTimeout(() => {
      if (document.visibilityState === 'hidden') this.#read(until);
      else void this.#markRead(until);
    }, readAfter);
  }
}
