/** @returns the innermost element with the focus in a tree, across the shadow trees in it. */
export function focusedIn(tree: DocumentOrShadowRoot = document): Element | null {
  let { activeElement } = tree;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}
