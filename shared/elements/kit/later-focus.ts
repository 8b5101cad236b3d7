/**
 * Keeps the focus where the reader was: what had it may go away with what was pressed, or because a colleague
 * deleted it. Then the keyboard goes on beside it, and never at the top of the page. Whatever moves the focus
 * by itself comes first. Fetched with the first focus in a widget, and at work from
 * then on.
 */
import { focusedIn } from './focused.ts';
import { tabbable } from './later-tabbable.ts';
import { isOurs } from './later-typed.ts';

/** Whoever moves the focus after something was drawn has done so by then. In milliseconds. */
const patience = 50;

const textFields = 'textarea, input:not([type=radio], [type=checkbox])';

/** What goes as one of several: the next one takes its place. */
const entries = 'li, tr, article';

/** Where something was. */
interface Place {
  readonly parent: Node;
  readonly before: Element | null;
  readonly after: Element | null;
  readonly isEntry: boolean;
}

/** From what has the focus outwards, across shadow trees. */
let path: readonly Node[] = [];
let place: Place | undefined;
let wasTyping = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const watched = new WeakSet<Node>();
const observer = new MutationObserver(changed);

const isLost = (): boolean => document.activeElement === document.body;

/** Notes what has the focus, and watches the trees around it: a move within one is told there alone. */
function follow(): void {
  const focused = focusedIn();
  if (!focused || focused === document.body) return;
  const nodes: Node[] = [];
  for (let node: Node | null = focused; node; node = parentOf(node)) nodes.push(node);
  const outermost = nodes.findLastIndex(isOurs);
  path = nodes.slice(0, outermost + 1);
  place = undefined;
  for (const root of path) if (root instanceof ShadowRoot) watch(root);
}

const parentOf = (node: Node): Node | null =>
  node instanceof ShadowRoot ? node.host : node.parentNode;

function watch(root: ShadowRoot): void {
  if (watched.has(root)) return;
  watched.add(root);
  root.addEventListener('focusin', follow);
  const attributeFilter = ['disabled', 'hidden'];
  observer.observe(root, { childList: true, subtree: true, attributeFilter });
}

function changed(records: readonly MutationRecord[]): void {
  // A browser takes the focus from what is hidden or disabled only as it draws.
  const isHeld = !isLost() && records.every(({ type }) => type === 'childList');
  if (path.length === 0 || isHeld) return;
  for (const { removedNodes, target, previousSibling, nextSibling } of records) {
    const gone = [...removedNodes].find((node) => path.includes(node));
    if (!gone) continue;
    const before = elementAt(previousSibling, 'previousElementSibling');
    place = placeOf(gone, target, before, elementAt(nextSibling, 'nextElementSibling'));
  }
  clearTimeout(timer);
  timer = setTimeout(recover, patience);
}

type Step = 'nextElementSibling' | 'previousElementSibling';

const elementAt = (node: Node | null, step: Step): Element | null =>
  node instanceof CharacterData ? node[step] : (node as Element | null);

function placeOf(node: Node, parent: Node, before: Element | null, after: Element | null): Place {
  const isEntry = node instanceof Element && (node.matches(entries) || isOurs(node));
  return { parent, before, after, isEntry };
}

function recover(): void {
  const around = path;
  const [focused] = around;
  if (!(focused instanceof HTMLElement) || !isLost()) return;
  if (isThere(focused) && !focused.matches(':disabled')) {
    // It was moved, as in a list in another order.
    if (place) focused.focus();
    return;
  }
  const widget = around.at(-1);
  path = [];
  // Whoever was typing types on: what was meant for one field is never put into another.
  wasTyping = focused.matches(textFields);
  // Where it was may be gone, too.
  const isKnown = place?.parent.isConnected === true;
  let at = isKnown ? place : placeIn(around.find((node) => isThere(node)));
  while (at) {
    const next = near(at);
    if (next) return next.focus();
    at = at.parent === widget ? undefined : placeIn(at.parent);
  }
  if (!(widget instanceof HTMLElement)) return;
  const [first] = stopsIn(widget);
  if (!first) widget.tabIndex = -1;
  (first ?? widget).focus();
}

const isThere = (node: Node): boolean =>
  node.isConnected && (!(node instanceof Element) || node.checkVisibility());

/** The place of something that is still there. */
function placeIn(node: Node | undefined): Place | undefined {
  const parent = node && parentOf(node);
  if (!parent) return undefined;
  if (!(node instanceof Element)) return placeOf(node, parent, null, null);
  return placeOf(node, parent, node.previousElementSibling, node.nextElementSibling);
}

/** The nearest stop beside a place, or what is around it where that takes the focus. */
function near({ parent, before, after, isEntry }: Place): HTMLElement | undefined {
  const behind = () => siblings(after, 'nextElementSibling', (stops) => stops[0]);
  const ahead = () => siblings(before, 'previousElementSibling', (stops) => stops.at(-1));
  const found = isEntry ? (behind() ?? ahead()) : (ahead() ?? behind());
  if (found) return found;
  return parent instanceof HTMLElement && parent.hasAttribute('tabindex') ? parent : undefined;
}

function siblings(
  first: Element | null,
  step: Step,
  choose: (stops: readonly HTMLElement[]) => HTMLElement | undefined,
): HTMLElement | undefined {
  for (let element = first; element; element = element[step]) {
    const stop = element.isConnected ? choose(stopsIn(element)) : undefined;
    if (stop) return stop;
  }
  return undefined;
}

const titles = ':is(article, section, h2, h3, h4)[tabindex]';

/** What takes the focus in an element, and as the whole of it: a title goes before the buttons behind it. */
function stopsIn(element: Element): readonly HTMLElement[] {
  const title = element.matches(titles) ? element : element.shadowRoot?.querySelector(titles);
  // The focus on a name opens the card behind it.
  const stops = [...tabbable({ children: [element] })].filter(
    (stop) => !isName(stop) && !(wasTyping && stop.matches(textFields)),
  );
  return title instanceof HTMLElement ? [title, ...stops] : stops;
}

const isName = (stop: HTMLElement): boolean =>
  (stop.getRootNode() as Partial<ShadowRoot>).host?.localName === 'kantine-person-name';

follow();
document.addEventListener('focusin', follow);
// Who presses somewhere on the page wants the focus there.
document.addEventListener('click', () => {
  if (isLost() && path[0]?.isConnected === true) path = [];
});
