/**
 * Registers an element unless its tag is taken: two bundles on one page may both bring it, and the
 * first one serves both.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
