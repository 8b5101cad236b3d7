/** When an element has its first content. Until then it shows a box of the class `loading`, or nothing. */

/** The roots inside of some elements, those of their parts included. */
function rootsIn(root: ParentNode): readonly ShadowRoot[] {
  return [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
  );
}

function isReady(root: HTMLElement): boolean {
  const roots = rootsIn(root);
  const isDrawn =
    root.textContent !== '' || roots.some(({ childElementCount }) => childElementCount > 0);
  return isDrawn && roots.every((each) => each.querySelector('.loading') === null);
}

/** Calls back once, as soon as what stands in the root shows more than that it is loading. */
export function whenReady(root: HTMLElement, ready: () => void): void {
  const watched = new Set<Node>();
  const observer = new MutationObserver(look);

  function watch(node: Node): void {
    if (watched.has(node)) return;
    watched.add(node);
    observer.observe(node, { childList: true, subtree: true });
  }

  function look(): void {
    if (isReady(root)) {
      observer.disconnect();
      ready();
    } else for (const each of [root, ...rootsIn(root)]) watch(each);
  }

  look();
}
