/** Says what happened to who cannot see it: in one place for an element, which is there before it says anything. */
import type { LitElement } from 'lit';

/** A screen reader notices that the same is said again. In milliseconds. */
const pause = 100;

const places = new WeakMap<LitElement, HTMLElement>();

/** The place; made once for an element with the styles of controls. */
export function announcing(host: LitElement): HTMLElement {
  const known = places.get(host);
  if (known) return known;
  const place = document.createElement('p');
  place.className = 'unseen';
  place.role = 'status';
  // Before everything that the element draws, which is drawn behind its first node.
  host.renderRoot.prepend(place);
  places.set(host, place);
  return place;
}

export function announce(host: LitElement, text: string): void {
  const place = announcing(host);
  place.textContent = '';
  setTimeout(() => (place.textContent = text), pause);
}
