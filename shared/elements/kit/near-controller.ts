import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterFrame } from './after-frame.ts';

/** Whether the browser tells when it begins to draw what `content-visibility: auto` lets it skip. */
const isTold = 'oncontentvisibilityautostatechange' in document;

/**
 * Knows whether its element has come near the reader yet: scrolled towards, focused, found, or read
 * by a screen reader. Once near it stays so. Where the browser does not tell, everything is near.
 */
export class NearController implements ReactiveController {
  isNear = !isTold;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  readonly #changed = (event: Event): void => {
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped) return;
    this.hostDisconnected();
    // The words stand there already: what the reader sees first is not kept waiting for the rest.
    afterFrame(() => {
      this.isNear = true;
      this.#host.requestUpdate();
    });
  };

  /** The element is drawn in full from the start: it is near, and stays so when others push it away. */
  begin(): void {
    this.isNear = true;
    this.hostDisconnected();
  }

  hostConnected(): void {
    if (this.isNear) return;
    this.#host.addEventListener('contentvisibilityautostatechange', this.#changed);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('contentvisibilityautostatechange', this.#changed);
  }
}
