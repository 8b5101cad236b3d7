import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { momentText } from '../locale/moment.ts';

const minute = 60_000;

/** One timer for all moments on a page, and none where none is shown. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    // A hidden page has no reader; it is brought up to date with the next minute that has one.
    if (document.visibilityState === 'hidden') return;
    for (const call of [...listeners]) call();
  }, minute);
}

function unlisten(listener: () => void): void {
  listeners.delete(listener);
  if (listeners.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/** Keeps «5 minutes ago» true: asks its element to render again when that is said otherwise. */
export class MomentController implements ReactiveController {
  now = Date.now();
  readonly #host: ReactiveControllerHost;
  readonly #moment: () => number | undefined;

  constructor(host: ReactiveControllerHost, moment: () => number | undefined) {
    this.#host = host;
    this.#moment = moment;
    host.addController(this);
  }

  readonly #tick = (): void => {
    const moment = this.#moment() ?? 0;
    if (momentText(moment, Date.now()) !== momentText(moment, this.now)) this.#host.requestUpdate();
  };

  hostUpdate(): void {
    this.now = Date.now();
    if (this.#moment() === undefined) unlisten(this.#tick);
    else listen(this.#tick);
  }

  hostDisconnected(): void {
    unlisten(this.#tick);
  }
}
