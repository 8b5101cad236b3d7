/** Addresses that name a post. What finds the post and shows it is fetched when one does. */
import type { LitElement, ReactiveController } from 'lit';

/** The hash of the address of a post. */
export const prefix = '#post-';

const fetchDeepLink = () => import('./deep-link.ts');

export class DeepLinks implements ReactiveController {
  readonly #host: LitElement;
  readonly #loadOlder: () => Promise<void> | undefined;
  #isFetched = false;

  /** @param loadOlder loads the next page; undefined where there is none. */
  constructor(host: LitElement, loadOlder: () => Promise<void> | undefined) {
    this.#host = host;
    this.#loadOlder = loadOlder;
    host.addController(this);
  }

  readonly #look = (): void => {
    if (this.#isFetched || !location.hash.startsWith(prefix)) return;
    this.#isFetched = true;
    void fetchDeepLink().then(({ DeepLink }) => new DeepLink(this.#host, this.#loadOlder));
  };

  hostConnected(): void {
    addEventListener('hashchange', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
  }
}
