/**
 * The posts of a wall for who reads with the keyboard: each is one stop, Enter goes into it and Escape out of it, Page
 * Up and Page Down lead from post to post. A screen reader that reads on by itself still finds everything in them.
 * In one file, since each of these goes by which post the reader is in.
 */
import { msg } from '@lit/localize';
import type { LitElement, ReactiveController } from 'lit';
import { isComposing } from '../../kit/composing.ts';
import { focusedIn } from '../../kit/focused.ts';
import { tabbable } from '../../kit/later-tabbable.ts';
import type { Post } from '../post/post.ts';
import { isAboveThePage } from './above-the-page.ts';
import { faceRows } from './face-rows.ts';
import { keepRow, moveInRow } from './rows.ts';
import type { Row } from './rows.ts';

/** What may take the focus in the tree of a post; in the elements among them lie further trees. */
const controls = 'button, a[href], summary, input, textarea, select, [tabindex="0"]';
const fields = 'textarea, select, input:not([type="checkbox"], [type="radio"])';
const framesToDraw = 20;

const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));

/** What was taken off the Tab order, with what its tabindex was. */
const taken = new WeakMap<Element, string | null>();

/** Negative at the element around a tree, it has Tab skip the whole tree. */
function close({ renderRoot }: Post): void {
  for (const element of renderRoot.querySelectorAll('*')) {
    if (taken.has(element) || !(element.shadowRoot ?? element.matches(controls))) continue;
    taken.set(element, element.getAttribute('tabindex'));
    element.setAttribute('tabindex', '-1');
  }
}

function open({ renderRoot }: Post): void {
  const focused = focusedIn(renderRoot as ShadowRoot);
  for (const element of renderRoot.querySelectorAll('*')) {
    const before = taken.get(element);
    if (before === undefined) continue;
    taken.delete(element);
    if (before === null) element.removeAttribute('tabindex');
    else element.setAttribute('tabindex', before);
  }
  for (const row of reactionRows(renderRoot)) keepRow(row);
  // A browser takes the focus from a tree whose element loses its tabindex.
  if (focused instanceof HTMLElement && !focused.matches(':focus'))
    focused.focus({ preventScroll: true });
}

/** The reactions to a post and to its comments. */
const reactionRows = (root: ParentNode): readonly Row[] =>
  [...root.querySelectorAll('kantine-message')].map((message) => [
    // One that came a moment ago has no tree yet.
    ...(message.shadowRoot?.querySelectorAll<HTMLElement>('.actions > :is(.chip, .icon)') ?? []),
  ]);

class PostKeys implements ReactiveController {
  readonly #host: LitElement;
  /** The post that the reader is in; it stays so while what had the focus has gone. */
  #entered: Post | undefined;
  /** Around what had the focus the last time, the innermost first, and the place of its post. */
  #path: readonly EventTarget[] = [];
  #place = 0;
  /** Whether what has the focus may be a field: a move within a message is told to nobody around it. */
  #isTyping = false;
  /** How to go in is said at the first post that has the focus, and at no other. */
  #hint: HTMLElement | undefined;
  /** That post. */
  #told: Post | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addEventListener('keydown', this.#pressed);
    host.addEventListener('pointerdown', this.#pointed);
    // A move within one tree is told there, one from elsewhere on the page to the page.
    host.renderRoot.addEventListener('focusin', this.#looked);
    host.addEventListener('keydown', this.#acted, { capture: true });
    host.addEventListener('click', this.#acted, { capture: true });
    this.#watch(host.renderRoot);
    this.#hint = this.#addHint();
    this.#keep();
  }

  hostConnected(): void {
    document.addEventListener('focusin', this.#looked);
    // Before the stop that Tab leads to is looked for; what was drawn meanwhile counts too.
    document.addEventListener('keydown', this.#tabbed, { capture: true });
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this.#looked);
    document.removeEventListener('keydown', this.#tabbed, { capture: true });
  }

  #addHint(): HTMLElement {
    const hint = document.createElement('p');
    hint.id = 'into';
    hint.hidden = true;
    hint.textContent = msg('Press Enter to go into the post, and Escape to leave it.');
    // Before everything that the wall draws, which is drawn behind its first node.
    this.#host.renderRoot.prepend(hint);
    return hint;
  }

  readonly #observer = new MutationObserver(() => {
    this.#recover();
    this.#keep();
  });

  #watch(root: Node): void {
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  get #posts(): Post[] {
    const posts = this.#host.renderRoot.querySelectorAll('kantine-post');
    return [...posts].filter(({ shadowRoot }) => shadowRoot);
  }

  /** The post around the focus, or with it. */
  get #current(): Post | undefined {
    return this.#posts.find((post) => post.matches(':focus-within'));
  }

  readonly #keep = (): void => {
    const { renderRoot } = this.#host;
    const posts = this.#posts;
    // A move between a post and what is in it is told to nobody around the post.
    const { activeElement } = renderRoot as ShadowRoot;
    const focused = posts.find((post) => post === activeElement);
    if (focused) this.#entered = focused.shadowRoot?.activeElement ? focused : undefined;
    const isWhole = !renderRoot.querySelector('.older, .notice');
    const feed = renderRoot.querySelector('.posts');
    if (feed) Object.assign(feed, { role: 'feed', ariaLabel: msg('Posts') });
    for (const line of renderRoot.querySelectorAll('.posts .read-line')) line.role = 'presentation';
    for (const [index, post] of posts.entries()) {
      if (post.tabIndex !== 0) {
        post.tabIndex = 0;
        // The ring follows it.
        post.style.borderRadius = 'calc(var(--k-radius) * 1.5)';
        this.#watch(post.renderRoot);
      }
      post.ariaPosInSet = `${index + 1}`;
      post.ariaSetSize = isWhole ? `${posts.length}` : '-1';
      post.setAttribute('aria-keyshortcuts', 'Enter');
      if (this.#hint) post.setAttribute('aria-describedby', this.#hint.id);
      if (post === this.#entered) open(post);
      else close(post);
    }
    for (const row of faceRows(renderRoot)) keepRow(row);
  };

  readonly #looked = (event: Event): void => {
    const [target] = event.composedPath();
    if (this.#told && this.#told !== target) this.#silence();
    else this.#told = this.#posts.find((post) => post === target);
    this.#entered = undefined;
    this.#keep();
  };

  /** A pointer enters a post before it gives the focus to something in it. */
  readonly #pointed = (event: Event): void => {
    const path = event.composedPath();
    for (const post of this.#posts) if (path.includes(post)) open(post);
  };

  readonly #acted = (event: Event): void => {
    const path = event.composedPath();
    const place = this.#posts.findIndex((post) => path.includes(post));
    if (place < 0) return;
    const focused = focusedIn(this.#host.renderRoot as ShadowRoot);
    this.#isTyping = (event as KeyboardEvent).key === 'Tab' || focused?.matches(fields) === true;
    this.#path = path;
    this.#place = place;
  };

  /** What had the focus may be deleted with its message: the keyboard goes on at its post, or at the next one. */
  #recover(): void {
    const path = this.#path;
    const [target] = path;
    if (!(target instanceof Element) || target.isConnected) return;
    if (document.activeElement !== document.body) return;
    this.#path = [];
    const posts = this.#posts;
    const own = posts.find((post) => path.includes(post));
    const next = own ?? posts[Math.min(this.#place, posts.length - 1)];
    if (next) next.focus();
    // Whoever was typing types on: what was meant for a few is not put into the field for all.
    else if (!this.#isTyping && target.closest('button'))
      this.#host.renderRoot.querySelector<HTMLElement>('.new')?.focus();
  }

  #silence(): void {
    for (const post of this.#hint ? this.#posts : []) post.removeAttribute('aria-describedby');
    this.#hint?.remove();
    this.#hint = undefined;
  }

  readonly #tabbed = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab') this.#keep();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event) || event.altKey || event.metaKey) return;
    for (const row of faceRows(this.#host.renderRoot)) moveInRow(event, row);
    const post = this.#current;
    if (!post) return;
    const [target] = event.composedPath();
    for (const row of reactionRows(post.renderRoot)) moveInRow(event, row);
    if (this.#act(event, post, target as HTMLElement)) event.preventDefault();
  };

  /** @returns whether the key was one of ours. */
  #act(event: KeyboardEvent, post: Post, target: HTMLElement): boolean {
    const { key, ctrlKey, shiftKey } = event;
    if (event.defaultPrevented || shiftKey) return false;
    const isField = target.matches(fields);
    if (ctrlKey) {
      if (isField || (key !== 'Home' && key !== 'End')) return false;
      return this.#leave(key);
    }
    if (key === 'Enter' && target === post) {
      void this.#enter(post);
      return true;
    }
    if (key === 'Escape' && target !== post && !isAboveThePage(event)) {
      post.focus();
      return true;
    }
    if (isField || (key !== 'PageDown' && key !== 'PageUp')) return false;
    return this.#go(post, key === 'PageDown' ? 1 : -1);
  }

  /** One that was far away is drawn first. */
  async #enter(post: Post): Promise<void> {
    for (let frames = 0; frames < framesToDraw; frames += 1) {
      if (!post.matches(':focus')) return;
      open(post);
      const [first] = tabbable(post.shadowRoot ?? post);
      if (first) return first.focus();
      close(post);
      await frame();
    }
  }

  #go(from: Post, step: number): boolean {
    const posts = this.#posts;
    const next = posts[posts.indexOf(from) + step];
    next?.focus();
    return next !== undefined;
  }

  /** To what comes before the first post, or behind the last. */
  #leave(key: 'Home' | 'End'): boolean {
    const posts = new Set<Element>(this.#posts);
    const stops = [...tabbable(document.body)];
    const isPart = stops.map((stop) => posts.has(stop) || posts.has(hostOf(stop)));
    const next =
      key === 'Home' ? stops[isPart.indexOf(true) - 1] : stops[isPart.lastIndexOf(true) + 1];
    next?.focus();
    return next !== undefined;
  }
}

/** The outermost element around it within the same wall: its post, where it is in one. */
function hostOf(element: Element): Element {
  let at = element;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) {
    if (at.localName === 'kantine-post') break;
    at = root.host;
  }
  return at;
}

const kept = new WeakSet<LitElement>();

/** Has the posts in an element answer to the keyboard, from now on. */
export function keepPosts(host: LitElement): void {
  if (kept.has(host)) return;
  kept.add(host);
  host.addController(new PostKeys(host));
}
