/** What a screen reader says by itself: whatever comes into a live region, in its order. */
import { everyElement } from './mount.ts';

const live = '[role="status"], [role="alert"], [role="log"], [aria-live]';

/** @returns what was said below an element since this was called. */
export function hears(element: Element): () => readonly string[] {
  const before = new Map<Element, string>();
  const heard: string[] = [];
  const observer = new MutationObserver(() => listen());
  const watched = new WeakSet<Node>();
  const watch = (root: Node): void => {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  };
  function listen(isFirst = false): void {
    for (const each of everyElement(element)) {
      if (each.shadowRoot) watch(each.shadowRoot);
      if (!each.matches(live)) continue;
      const text = each.textContent.replaceAll(/\s+/gu, ' ').trim();
      if (!isFirst && text !== '' && text !== before.get(each)) heard.push(text);
      before.set(each, text);
    }
  }
  watch(element);
  listen(true);
  return () => {
    listen();
    return heard;
  };
}
