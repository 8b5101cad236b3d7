import type { LitElement, ReactiveController } from 'lit';
import { Acting } from '../kit/acting.ts';

/** How many pages are searched for a linked post; an older one stays a matter of «older posts». */
const mostPages = 5;
const framesToSettle = 6;

/** Brings the post that an address names into view, once for each time it names one. */
export class DeepLink implements ReactiveController {
  readonly #host: LitElement;
  readonly #loadOlder: () => Promise<void> | undefined;
  #wanted: string | undefined;
  #loads = 0;
  readonly #acting: Acting<'older'>;

  /** @param loadOlder loads the next page; undefined where there is none. */
  constructor(host: LitElement, loadOlder: () => Promise<void> | undefined) {
    this.#host = host;
    this.#loadOlder = loadOlder;
    this.#acting = new Acting(host);
    host.addController(this);
  }

  /** @param wanted the post's id as the address has it; undefined ends the search. */
  seek(wanted: string | undefined): void {
    this.#wanted = wanted;
    this.#loads = 1;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    // The end of the wall is drawn after all its posts.
    if (this.#wanted === undefined || !renderRoot.querySelector('.end, .older')) return;
    const wanted = decoded(this.#wanted);
    const post = [...renderRoot.querySelectorAll('kantine-post')].find(({ id }) => id === wanted);
    if (post) this.#show(post);
    else if (this.#loads < mostPages && !this.#acting.isBusy) void this.#searchOlder();
  }

  #searchOlder(): Promise<boolean> {
    this.#loads += 1;
    return this.#acting.run('older', this.#loadOlder);
  }

  #show(post: HTMLElement): void {
    this.#wanted = undefined;
    for (const other of this.#host.renderRoot.querySelectorAll('[linked]')) {
      other.removeAttribute('linked');
    }
    post.setAttribute('linked', '');
    scrollTo(post, framesToSettle);
    // As with any link to a part of a page, the keyboard goes on from there.
    post.tabIndex = -1;
    post.focus({ preventScroll: true });
  }
}

/** Posts that were out of sight take their real height as they come near, and move the others. */
function scrollTo(post: HTMLElement, frames: number): void {
  post.scrollIntoView({ block: 'center' });
  if (frames > 0) requestAnimationFrame(() => scrollTo(post, frames - 1));
}

/** An address may be anything; one that is not well formed names no post. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
