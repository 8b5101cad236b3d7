import type { Community } from '@kantine/core';
import type { LitElement, ReactiveController } from 'lit';
import { linkedBy, linkParameter } from '../kit/message-link.ts';
import type { Linked } from '../kit/message-link.ts';

const framesToSettle = 6;

/** A wall that may be asked for one of its posts. */
export type LinkedHost = LitElement & {
  readonly group: string | undefined;
  readonly community: Community | undefined;
};

/** The form that addresses had at first names a post of whatever wall is there. */
const earlier = '#post-';

/** What an address names; undefined for no post. */
function namedBy({ hash, search }: Location, group: string): Linked | undefined {
  const named = new URLSearchParams(search).get(linkParameter);
  if (named !== null) return linkedBy(named);
  return hash.startsWith(earlier)
    ? { group, post: decoded(hash.slice(earlier.length)) }
    : undefined;
}

/** A post of a group that no wall of the page shows is shown by the first of them. */
function isFor(host: LinkedHost, { group }: Linked): boolean {
  if (host.group === group) return true;
  const walls = [...document.querySelectorAll(host.localName)] as LinkedHost[];
  return walls[0] === host && walls.every((wall) => wall.group !== group);
}

/**
 * Brings the post that an address names into view, once for each time it names one: where it stands on the
 * wall, or above the wall where it is not among the posts that are shown.
 */
export class DeepLink implements ReactiveController {
  readonly #host: LinkedHost;
  #wanted: Linked | undefined;
  #shown: HTMLElement | undefined;

  constructor(host: LinkedHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Looks at the page's address. */
  look(): void {
    this.#wanted = namedBy(location, this.#host.group ?? '');
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    const wanted = this.#wanted;
    // Whether there is a post is known when the wall has drawn its end, or why there is none. In the place of
    // all posts may stand those of a topic.
    if (!wanted || !renderRoot.querySelector('.end, .older, .notice, kantine-topic-posts')) return;
    this.#wanted = undefined;
    if (!isFor(this.#host, wanted)) return;
    const id = `post-${wanted.post}`;
    const posts =
      wanted.group === this.#host.group ? renderRoot.querySelectorAll('kantine-post') : [];
    const post = [...posts].find((each) => each.id === id);
    if (post) this.#showInPlace(post);
    else void this.#showAbove(wanted);
  }

  #showInPlace(post: HTMLElement): void {
    for (const other of this.#host.renderRoot.querySelectorAll('[linked]')) {
      other.removeAttribute('linked');
    }
    post.setAttribute('linked', '');
    scrollTo(post, framesToSettle);
    // As with any link to a part of a page, the keyboard goes on from there.
    post.tabIndex = -1;
    post.focus({ preventScroll: true });
  }

  async #showAbove({ group, post }: Linked): Promise<void> {
    await import(/* webpackChunkName: 'wall-message' */ './define.conversation.ts');
    this.#shown?.remove();
    const { community, renderRoot } = this.#host;
    const shown = document.createElement('kantine-conversation');
    Object.assign(shown, { community, group, post, closable: true });
    shown.addEventListener('kantine-close', () => shown.remove());
    // Before everything that the wall draws, which is drawn behind its first node.
    renderRoot.prepend(shown);
    this.#shown = shown;
    scrollTo(shown, framesToSettle);
    shown.focus({ preventScroll: true });
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
