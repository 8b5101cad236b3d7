/**
 * Addresses that name a post. The code that finds the post and shows it is fetched when an address names
 * one.
 */
import type { ReactiveController } from 'lit';
import type { DeepLink, LinkedHost } from './deep-link.ts';

const fetchDeepLink = () => import(/* webpackChunkName: 'wall-message' */ './deep-link.ts');

export class DeepLinks implements ReactiveController {
  readonly #host: LinkedHost;
  #link: Promise<DeepLink> | undefined;

  constructor(host: LinkedHost) {
    this.#host = host;
    host.addController(this);
  }

  readonly #look = async (): Promise<void> => {
    if (!this.#link && !/[?&]kantine=|#post-/.test(location.href)) return;
    this.#link ??= fetchDeepLink().then(({ DeepLink }) => new DeepLink(this.#host));
    (await this.#link).look();
  };

  hostConnected(): void {
    addEventListener('hashchange', this.#look);
    addEventListener('popstate', this.#look);
    void this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
    removeEventListener('popstate', this.#look);
  }
}
