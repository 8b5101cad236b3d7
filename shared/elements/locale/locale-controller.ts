import { LOCALE_STATUS_EVENT } from '@lit/localize';
import type { LocaleStatusEventDetail } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Everybody on the page who shows words. One listener serves them all: a browser looks through its
 * whole list at every listener that is added, and a long wall has a hundred thousand elements.
 */
const hosts = new Set<ReactiveControllerHost>();

function localeChanged({ detail }: CustomEvent<LocaleStatusEventDetail>): void {
  if (detail.status !== 'ready') return;
  for (const host of [...hosts]) host.requestUpdate();
}

/** Renders its element again when the language changes. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (hosts.size === 0) window.addEventListener(LOCALE_STATUS_EVENT, localeChanged);
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size === 0) window.removeEventListener(LOCALE_STATUS_EVENT, localeChanged);
  }
}
