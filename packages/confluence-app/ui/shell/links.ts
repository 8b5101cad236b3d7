/**
 * Links open by the product: Forge's frame may open no window, so that a click would do nothing.
 * https://developer.atlassian.com/platform/forge/custom-ui-bridge/router/
 */
const kinds = ['http:', 'https:', 'mailto:', 'tel:'];

/** The button of a mouse; the one behind it opens a menu. */
const wheel = 1;

const linkIn = (event: Event): HTMLAnchorElement | undefined =>
  event.composedPath().find((target) => target instanceof HTMLAnchorElement);

/** @param open of the bridge, which takes an absolute address. */
export function openLinks(open: (address: string) => Promise<unknown>): void {
  const follow = (event: MouseEvent): void => {
    if (event.button > wheel) return;
    const link = linkIn(event);
    // A link within the frame's own page stays in it.
    const isOwn = link?.getAttribute('href')?.startsWith('#') ?? true;
    if (event.defaultPrevented || !link || isOwn || !kinds.includes(link.protocol)) return;
    event.preventDefault();
    open(link.href).catch((error: unknown) => console.error(error));
  };
  addEventListener('click', follow);
  // The wheel asks for another window, which is what the product opens anyway.
  addEventListener('auxclick', follow);
}
