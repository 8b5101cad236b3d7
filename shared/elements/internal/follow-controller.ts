import type { Change } from '@kantine/core';
import type { ReactiveController } from 'lit';
import { followChanges } from './follow-changes.ts';
import type { Following } from './follow-changes.ts';
import type { KantineElement } from './kantine-element.ts';

/** Has an element refresh after changes that matter to it, as long as it is on the page. */
export class FollowController implements ReactiveController {
  readonly #host: KantineElement;
  readonly #matters: (change: Change) => boolean;
  readonly #refresh: () => void;
  #community: KantineElement['community'];
  #following: Following | undefined;

  constructor(host: KantineElement, matters: (change: Change) => boolean, refresh: () => void) {
    this.#host = host;
    this.#matters = matters;
    this.#refresh = refresh;
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#following?.end();
    this.#following = undefined;
  }

  hostUpdate(): void {
    if (this.#host.community !== this.#community) this.#follow();
  }

  #follow(): void {
    this.#following?.end();
    const { community } = this.#host;
    this.#community = community;
    this.#following = community && followChanges(community, this.#matters, this.#refresh);
  }
}
