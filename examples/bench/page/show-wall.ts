import type { Community } from '@kantine/core';
import '@kantine/elements/define';

type Wall = HTMLElementTagNameMap['kantine-wall'];

/** Every element of ours in a tree, shadow trees included. */
function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);
}

/** Waits until nothing of a tree has anything left to render. */
export async function settled(wall: Wall): Promise<void> {
  await wall.updateComplete;
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    const elements = elementsIn(wall.renderRoot as ShadowRoot);
    for (const element of elements) {
      if ('updateComplete' in element) await element.updateComplete;
    }
    now = elements.length;
  }
}

/** Puts a wall on the page and waits until its posts are there. */
export async function showWall(community: Community): Promise<Wall> {
  const wall = document.createElement('kantine-wall');
  wall.group = '1';
  wall.community = community;
  document.body.append(wall);
  while (!wall.shadowRoot?.querySelector('kantine-post')) await wall.updateComplete;
  await settled(wall);
  return wall;
}
