/**
 * Keeps what somebody typed when the form goes away that it stands in, because a colleague deleted or ended what
 * it is about: the words stand in its place then, to be copied, and have the focus if their field had it. What
 * somebody sends or gives up themselves is theirs to lose. Fetched with the first focus in a widget, and at work
 * from then on.
 */
import { define } from './define.ts';
import { KeptWords } from './later-kept-words.ts';
import { groupOf, noteInput, pressedIn, prose, typed, watchActs } from './later-typed.ts';
import type { Field } from './later-typed.ts';

define('kantine-kept-words', KeptWords);

/** What moves goes away and comes back: nobody misses it before. In milliseconds. */
const patience = 30;
/** What is drawn anew elsewhere stands there by then. In milliseconds. */
const drawnAnew = 1_000;
/** What goes away so soon after a press in its widget was pressed away. In milliseconds. */
const ownDoing = 1_000;
/** A focus that moves so soon after its field has gone moves for want of it. In milliseconds. */
const forWant = 200;

/** Words that are shown, and what they were about. */
interface Shown {
  readonly widget: Element;
  readonly group: unknown;
  /** Whether they took the focus. */
  readonly hasFocus: boolean;
}

const watched = new WeakSet<Node>();
/** Where something stood that is gone. */
const places = new WeakMap<Node, { readonly parent: Node; readonly next: Node | null }>();
const shown = new Map<KeptWords, Shown>();
/** What had the focus last. */
let focused: EventTarget | undefined;
const observer = new MutationObserver(changed);

function input(event: Event): void {
  const entry = noteInput(event);
  if (!entry) return;
  [focused] = entry.path;
  for (const root of entry.path) if (root instanceof ShadowRoot) watch(root);
}

function watch(root: ShadowRoot): void {
  if (watched.has(root)) return;
  watched.add(root);
  // A move within one tree is told there alone.
  root.addEventListener('focusin', moved);
  observer.observe(root, { childList: true, subtree: true });
}

function moved(event: Event): void {
  const missedAt = typed.get(focused as Field)?.missedAt ?? Number.NaN;
  if (!(performance.now() - missedAt < forWant)) [focused] = event.composedPath();
}

function changed(records: readonly MutationRecord[]): void {
  for (const { removedNodes, target, nextSibling } of records) {
    for (const node of removedNodes) places.set(node, { parent: target, next: nextSibling });
  }
  look();
}

function look(): void {
  let isMissed = false;
  for (const [field, entry] of typed) {
    if (field.isConnected) continue;
    entry.missedAt ??= performance.now();
    isMissed = true;
  }
  if (isMissed || [...shown.keys()].some((each) => !each.isConnected)) setTimeout(keep, patience);
}

interface Lost {
  readonly words: string[];
  readonly path: readonly Node[];
  hadFocus: boolean;
}

function keep(): void {
  const lost = new Map<Element, Lost>();
  for (const [field, entry] of typed) {
    const { path, at, group, sending, missedAt = performance.now() } = entry;
    // What is under way is missed once that has failed.
    if (field.isConnected || sending === 'under way') continue;
    typed.delete(field);
    const widget = path.at(-1) as Element;
    const pressed = pressedIn(widget);
    const isOwn = sending === 'done' || (pressed > at && missedAt - pressed < ownDoing);
    // Where a widget shows another group now, its drafts wait for their own.
    const isElsewhere = !widget.isConnected || groupOf(widget) !== group;
    if (isOwn || isElsewhere || field.value.trim() === '') continue;
    const before = lost.get(widget) ?? { words: [], path, hadFocus: false };
    before.words.push(field.value);
    before.hadFocus ||= focused === field;
    lost.set(widget, before);
  }
  for (const [widget, each] of lost) show(widget, each);
  // What was drawn anew around them took them along.
  for (const [words, { widget, group, hasFocus }] of shown) {
    if (words.isConnected || !widget.isConnected) continue;
    if (groupOf(widget) !== group) {
      shown.delete(words);
      continue;
    }
    widget.shadowRoot?.prepend(words);
    if (hasFocus && document.activeElement === document.body) words.focusOn('textarea');
  }
}

/** Where the same words stand in a widget: a form may be drawn anew, or show them by itself. */
function fieldWith(root: Element, text: string): Field | undefined {
  for (const element of root.shadowRoot?.querySelectorAll('*') ?? []) {
    if (element.matches(prose) && (element as Field).value === text) return element as Field;
    const inside = element instanceof KeptWords ? undefined : fieldWith(element, text);
    if (inside) return inside;
  }
  return undefined;
}

function show(widget: Element, { words: all, path, hadFocus }: Lost): void {
  const text = all.join('\n\n');
  const elsewhere = fieldWith(widget, text);
  if (elsewhere) return hadFocus ? elsewhere.focus() : undefined;
  const words = document.createElement('kantine-kept-words');
  words.text = text;
  words.addEventListener('kantine-put-away', () => putAway(words));
  shown.set(words, { widget, group: groupOf(widget), hasFocus: hadFocus });
  const gone = path.findLast((node) => !node.isConnected && places.has(node));
  const { parent, next } = (gone && places.get(gone)) ?? { parent: undefined, next: null };
  if (parent?.isConnected === true) {
    if (parent instanceof Element && parent.matches('ol, ul')) words.role = 'listitem';
    parent.insertBefore(words, next?.parentNode === parent ? next : null);
  } else widget.shadowRoot?.prepend(words);
  words.tell(hadFocus);
  setTimeout(() => {
    const drawn = fieldWith(widget, text);
    if (!drawn) return;
    const hasFocus = words.matches(':focus-within');
    putAway(words);
    if (hasFocus) drawn.focus();
  }, drawnAnew);
}

function putAway(words: KeptWords): void {
  shown.delete(words);
  words.remove();
}

watchActs(look);
document.addEventListener('input', input);
document.addEventListener('focusin', moved);
