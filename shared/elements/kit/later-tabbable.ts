/** What Tab leads to, in its order, across shadow trees. */

const candidates = 'button, a[href], summary, input, textarea, select, [tabindex]';

/** Below an element; what nobody sees is no stop, and below a host that Tab skips there is none. */
export function* tabbable(root: { readonly children: Iterable<Element> }): Generator<HTMLElement> {
  for (const child of root.children) {
    if (!(child instanceof HTMLElement) || !child.checkVisibility({ visibilityProperty: true }))
      continue;
    const isStop = child.matches(candidates) && !child.matches(':disabled');
    if (isStop && child.tabIndex >= 0) yield child;
    if (child.shadowRoot && child.getAttribute('tabindex') === '-1') continue;
    if (child instanceof HTMLSlotElement) yield* assigned(child);
    else yield* tabbable(child.shadowRoot ?? child);
  }
}

function* assigned(slot: HTMLSlotElement): Generator<HTMLElement> {
  for (const element of slot.assignedElements()) yield* tabbable(element);
}
