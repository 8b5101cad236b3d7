/** The shape of what comes, in the height that is reserved for it. Readers of a screen hear of it by the element. */

/** Pixels of a row of the skeleton and of what stands above the first one, as theme.css draws them. */
const rowHeight = 112;
const headHeight = 48;

function box(className: string, ...children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}

const line = (className = ''): HTMLElement => box(`line ${className}`.trim());

/** A face, a name, and two lines of words. */
const row = (): HTMLElement =>
  box('row', box('face'), box('words', line('short'), line(), line('long')));

/** @param height that it fills, in pixels */
export function skeleton(height: number): HTMLElement {
  const rows = Math.max(1, Math.floor((height - headHeight) / rowHeight));
  const shape = box('skeleton', line('title'), ...Array.from({ length: rows }, row));
  shape.setAttribute('aria-hidden', 'true');
  return shape;
}
