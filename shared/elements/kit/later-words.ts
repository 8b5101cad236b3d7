/**
 * Keeps what somebody typed when the form goes away that it stands in, because a colleague deleted or ended what
 * it is about: the words stand in its place then, to be copied, and have the focus if their field had it. What
 * somebody sends or gives up themselves is theirs to lose. Fetched with the first focus in a widget, and at work
 * from then on.
 */
import { isComposing } from './composing.ts';
import { define } from './define.ts';
import { KeptWords } from './later-kept-words.ts';

define('kantine-kept-words', KeptWords);

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Where prose is typed; what looks for something is not prose. */
const prose = ':is(textarea, input:not([type]), input[type=text]):not([role=combobox])';

/** What moves goes away and comes back: nobody misses it before. In milliseconds. */
const patience = 30;
/** What goes away so soon after a press in its widget was pressed away. In milliseconds. */
const ownDoing = 1_000;

/** A field into which somebody typed. */
interface Typed {
  /** From the field outwards, across shadow trees, to the widget. */
  readonly path: readonly Node[];
  readonly at: number;
  /** Whether a button beside it was pressed since, and nothing went wrong then. */
  isSent: boolean;
}

const typed = new Map<Field, Typed>();
const watched = new WeakSet<Node>();
/** Where something stood that is gone. */
const places = new WeakMap<Node, { readonly parent: Node; readonly next: Node | null }>();
/** The words that are shown, with the widget that they stand in, and whether they took the focus. */
const shown = new Map<KeptWords, { readonly widget: Element; readonly hasFocus: boolean }>();
/** What had the focus last, and what was pressed last, in which widget. */
let focused: EventTarget | undefined;
let pressed: { readonly widget: Node | undefined; readonly at: number } | undefined;
const observer = new MutationObserver(changed);

const isWidget = (node: Node): boolean =>
  node instanceof Element && node.localName.startsWith('kantine-');

/** From a target outwards, to the outermost element of ours. */
function pathOf(event: Event): readonly Node[] {
  const nodes = event.composedPath().filter((each): each is Node => each instanceof Node);
  return nodes.slice(0, nodes.findLastIndex(isWidget) + 1);
}

function input(event: Event): void {
  const path = pathOf(event);
  const [field] = path;
  if (!(field instanceof Element)) return;
  // What is chosen may draw everything anew, as what is pressed.
  if (!field.matches(prose)) return void (pressed = { widget: path.at(-1), at: event.timeStamp });
  focused = field;
  typed.set(field as Field, { path, at: event.timeStamp, isSent: false });
  for (const root of path) if (root instanceof ShadowRoot) watch(root);
}

function watch(root: ShadowRoot): void {
  if (watched.has(root)) return;
  watched.add(root);
  // A move within one tree is told there alone.
  root.addEventListener('focusin', moved);
  observer.observe(root, { childList: true, subtree: true });
}

function moved(event: Event): void {
  // Whoever moved the focus on since their field has gone did so for want of it.
  const isMissed =
    focused instanceof Element && !focused.isConnected && typed.has(focused as Field);
  if (!isMissed) [focused] = event.composedPath();
}

/** The fields of the form that something stands in, or of its tree where there is no form. */
const besides = (node: Node): Typed[] =>
  [...typed].flatMap(([field, entry]) =>
    field.getRootNode() === node.getRootNode() &&
    field.closest('form') === (node as Element).closest('form')
      ? [entry]
      : [],
  );

function act(event: Event, target: Node): void {
  pressed = { widget: pathOf(event).at(-1), at: event.timeStamp };
  for (const entry of besides(target)) entry.isSent = true;
}

function clicked(event: Event): void {
  const button = pathOf(event).find((node) => node instanceof HTMLButtonElement);
  if (button) act(event, button);
}

function keyPressed(event: KeyboardEvent): void {
  const [target] = pathOf(event);
  if (!(target instanceof Element) || isComposing(event)) return;
  const isSending =
    event.key === 'Enter' && (event.ctrlKey || event.metaKey || target.matches('input'));
  if (isSending || event.key === 'Escape') act(event, target);
}

function changed(records: readonly MutationRecord[]): void {
  for (const { addedNodes, removedNodes, target, nextSibling } of records) {
    for (const node of removedNodes) places.set(node, { parent: target, next: nextSibling });
    for (const node of addedNodes) if (isAlert(node)) failed(target.getRootNode());
  }
  const isGone = [...typed.keys(), ...shown.keys()].some((each) => !each.isConnected);
  if (isGone) setTimeout(keep, patience);
}

const isAlert = (node: Node): boolean =>
  node instanceof Element && (node.matches('[role=alert]') || !!node.querySelector('[role=alert]'));

/** What was sent did not arrive: it is somebody's own again. */
function failed(root: Node): void {
  for (const [field, entry] of typed) {
    if (field.getRootNode() !== root) continue;
    entry.isSent = false;
    pressed = undefined;
  }
}

function keep(): void {
  const lost = new Map<Element, { words: string[]; path: readonly Node[]; hadFocus: boolean }>();
  for (const [field, { path, at, isSent }] of typed) {
    if (field.isConnected) continue;
    typed.delete(field);
    const widget = path.at(-1) as Element;
    const isOwn = isSent || (pressed?.widget === widget && pressed.at > at && isRecent(pressed.at));
    if (isOwn || !widget.isConnected || field.value.trim() === '') continue;
    const before = lost.get(widget) ?? { words: [], path, hadFocus: false };
    before.words.push(field.value);
    lost.set(widget, { ...before, hadFocus: before.hadFocus || focused === field });
  }
  for (const [widget, { words, path, hadFocus }] of lost) {
    const text = words.join('\n\n');
    const elsewhere = words.length === 1 ? fieldWith(widget, text) : undefined;
    if (elsewhere) {
      if (hadFocus) elsewhere.focus();
    } else show(widget, path, text, hadFocus);
  }
  // What was drawn anew around them took them along.
  for (const [words, { widget, hasFocus }] of shown) {
    if (words.isConnected || !widget.isConnected) continue;
    widget.shadowRoot?.prepend(words);
    if (hasFocus && document.activeElement === document.body) words.focusOn('textarea');
  }
}

const isRecent = (at: number): boolean => performance.now() - at < ownDoing;

/** Where the same words stand in a widget: a form may be drawn anew, or show them by itself. */
function fieldWith(root: Element, text: string): Field | undefined {
  for (const element of root.shadowRoot?.querySelectorAll('*') ?? []) {
    if (element.matches(prose) && (element as Field).value === text) return element as Field;
    const inside = fieldWith(element, text);
    if (inside) return inside;
  }
  return undefined;
}

function show(widget: Element, path: readonly Node[], text: string, hasFocus: boolean): void {
  const words = document.createElement('kantine-kept-words');
  words.text = text;
  words.addEventListener('kantine-put-away', () => {
    shown.delete(words);
    words.remove();
  });
  shown.set(words, { widget, hasFocus });
  const gone = path.findLast((node) => !node.isConnected && places.has(node));
  const { parent, next } = (gone && places.get(gone)) ?? { parent: undefined, next: null };
  if (parent?.isConnected === true) {
    if (parent instanceof Element && parent.matches('ol, ul')) words.role = 'listitem';
    parent.insertBefore(words, next?.parentNode === parent ? next : null);
  } else widget.shadowRoot?.prepend(words);
  words.tell(hasFocus);
}

document.addEventListener('input', input);
document.addEventListener('click', clicked);
document.addEventListener('keydown', keyPressed, { capture: true });
document.addEventListener('focusin', moved);
