/** When a page looks at the lists: while somebody sees it and listens, and as often as things happen. */
import type { Change } from '@kantine/core';
import { mostRetrySeconds } from '../wire/index.ts';
import type { Environment, Wire } from '../wire/index.ts';
import { settled } from './journal.ts';
import type { Journal } from './journal.ts';
import { listChanges } from './list-changes.ts';
import { openLooker } from './looker.ts';
import { quickLooks, slowness, usualMilliseconds } from './pace.ts';

/** Whether anybody sees the page; a browser's document and its visibilitychange fill it in. */
export interface Visibility {
  isVisible(): boolean;
  /** Calls back whenever that changes. */
  subscribe(changed: () => void): void;
}

export interface WatchOptions {
  readonly visibility: Visibility;
  /** Between two looks while somebody acts; twelve times that otherwise. 5,000 unless told otherwise. */
  readonly everyMilliseconds?: number;
}

export interface Watched {
  readonly environment: Environment;
  readonly wire: Wire;
  readonly journal: Journal;
  readonly announce: (change: Change) => void;
  /** Calls back with whether anybody listens, now and whenever that changes. */
  readonly listening: (told: (isListening: boolean) => void) => void;
}

export function watch(
  { environment, wire, journal, announce, listening }: Watched,
  { visibility, everyMilliseconds: quick = usualMilliseconds }: WatchOptions,
): void {
  const look = openLooker(listChanges(environment, wire), journal, announce);
  const slow = quick * slowness;
  let isListening = false;
  let isLooking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Moments of the timer's own clock, which nobody sets. */
  const clock = (): number => performance.now();
  let due = 0;
  let lastLook = Number.NEGATIVE_INFINITY;
  const hasWritten = journal
    .lists()
    .some(({ own, isPersonal }) => !isPersonal && own.versions.size + own.removed.size > 0);
  let lastAct = hasWritten ? clock() : Number.NEGATIVE_INFINITY;
  let failures = 0;

  const isBusy = (): boolean => clock() - lastAct < quick * quickLooks;

  async function run(): Promise<void> {
    isLooking = true;
    lastLook = clock();
    let next: number;
    try {
      const { isNews, isOpen } = await look();
      failures = 0;
      if (isNews) lastAct = clock();
      // What moves without an end where the page reads nothing is no reason to hurry.
      next = !isBusy() ? slow : isOpen ? Math.min(quick, settled) : quick;
    } catch {
      // Nobody asked for this look; the next question for records tells its reader what is wrong.
      failures += 1;
      next = Math.min(quick * 2 ** failures, slow);
    }
    isLooking = false;
    schedule(next);
  }

  /** For how long the server still wants to be left alone, whatever it was asked. */
  function pause(): number {
    const left = wire.busyUntil() - environment.now();
    // No server wants that much: somebody set the page's clock back.
    return left > mostRetrySeconds * 1000 ? 0 : left;
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    if (!isListening || !visibility.isVisible() || isLooking) return;
    const wait = Math.max(milliseconds, Math.min(pause(), quick), 0);
    due = clock() + wait;
    timer = setTimeout(() => {
      if (pause() > 0) schedule(0);
      else void run();
    }, wait);
  }

  const soon = Math.min(quick, settled);
  const within = (milliseconds: number): void => {
    if (due > clock() + milliseconds) schedule(milliseconds);
  };
  /** Somebody listens or sees the page again: what was missed is told at once. */
  const awake = (): void => schedule(lastLook + soon - clock());

  visibility.subscribe(awake);
  journal.onUse((use) => {
    if (use === 'write') lastAct = clock();
    within(use === 'write' ? quick : soon);
  });
  listening((is) => {
    isListening = is;
    awake();
  });
}
