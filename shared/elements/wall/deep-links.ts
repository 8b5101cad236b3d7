/**
 * Addresses that name a post. The code that finds the post and shows it is fetched when an address names
 * one.
 */
import type { LitElement, ReactiveController } from 'lit';
import type { DeepLink } from './deep-link.ts';

const prefix = '#post-';

const fetchDeepLink = () => import('./deep-link.ts');

export class DeepLinks implements ReactiveController {
  readonly #host: LitElement;
  readonly #loadOlder: () => Promise<void> | undefined;
  #link: Promise<DeepLink> | undefined;

  /** @param loadOlder loads the next page; undefined where there is none. */
  constructor(host: LitElement, loadOlder: () => Promise<void> | undefined) {
    this.#host = host;
    this.#loadOlder = loadOlder;
    host.addController(this);
  }

  readonly #look = async (): Promise<void> => {
    const named = location.hash.startsWith(prefix) ? location.hash.slice(1) : undefined;
    if (!this.#link && named === undefined) return;
    this.#link ??= fetchDeepLink().then(
      ({ DeepLink }) => new DeepLink(this.#host, this.#loadOlder),
    );
    (await this.#link).seek(named);
  };

  hostConnected(): void {
    addEventListener('hashchange', this.#look);
    void this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
  }
}
