/**
 * Notes what somebody types, until it has been sent. What is sent is known by the act that a press in its form
 * begins and that ends well; until then nobody types on in a form that is under way.
 */
import { Acting } from './acting.ts';
import { isComposing } from './composing.ts';

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** Where prose is typed; what looks for something is not prose. */
export const prose = ':is(textarea, input:not([type]), input[type=text]):not([role=combobox])';

/** A field into which somebody typed. */
export interface Typed {
  /** From the field outwards, across shadow trees, to the widget. */
  readonly path: readonly Node[];
  /** The group that the widget was about. */
  readonly group: unknown;
  readonly at: number;
  /** What became of sending it; undefined while nobody does, and after that failed. */
  sending?: 'under way' | 'done' | undefined;
  /** When the field was missed first. */
  missedAt?: number;
}

/** An act begins in the moment of the press, or soon after what it asks first. In milliseconds. */
const atOnce = 300;

export const typed = new Map<Field, Typed>();
/** What was pressed last, in which widget and in which form. */
let press: { readonly widget: Node | undefined; readonly at: number; target?: Node } | undefined;

/** What an act sends: it is the same when it is tried again. */
interface Sent {
  readonly entries: readonly Typed[];
  readonly form: ParentNode;
  locked: readonly Field[];
}
const acts = new WeakMap<object, Map<string, Sent>>();

export const isOurs = (node: Node): boolean =>
  node instanceof Element && node.localName.startsWith('kantine-');

/** From a target outwards, to the outermost element of ours. */
function pathOf(event: Event): readonly Node[] {
  const nodes = event.composedPath().filter((each): each is Node => each instanceof Node);
  return nodes.slice(0, nodes.findLastIndex(isOurs) + 1);
}

export const groupOf = (widget: Node | undefined): unknown =>
  (widget as { group?: unknown } | undefined)?.group;

/** When something in a widget was pressed or chosen last. */
export const pressedIn = (widget: Node): number => (press?.widget === widget ? press.at : 0);

/** @returns what was typed into, with its path. */
export function noteInput(event: Event): Typed | undefined {
  const path = pathOf(event);
  const [field] = path;
  const widget = path.at(-1);
  if (!(field instanceof Element)) return undefined;
  if (!field.matches(prose)) {
    // What is chosen may draw everything anew, as what is pressed.
    press = { widget, at: event.timeStamp };
    return undefined;
  }
  const entry: Typed = { path, group: groupOf(widget), at: event.timeStamp };
  typed.set(field as Field, entry);
  return entry;
}

function pressed(event: Event, target: Node): void {
  press = { widget: pathOf(event).at(-1), at: event.timeStamp, target };
}

function clicked(event: Event): void {
  const button = pathOf(event).find((node) => node instanceof HTMLButtonElement);
  if (button) pressed(event, button);
}

function keyPressed(event: KeyboardEvent): void {
  const [target] = pathOf(event);
  if (!target || isComposing(event)) return;
  if (event.key === 'Enter' || event.key === 'Escape') pressed(event, target);
}

/** The form around something, or its tree where there is no form. */
const formOf = (node: Node): ParentNode =>
  (node as Element).closest('form') ?? (node.getRootNode() as ShadowRoot);

/** @returns what is typed in the form around something; undefined where nothing is. */
function sentFrom(target: Node): Sent | undefined {
  const form = formOf(target);
  const entries = [...typed].flatMap(([field, entry]) => (formOf(field) === form ? [entry] : []));
  return entries.length === 0 ? undefined : { entries, form, locked: [] };
}

/** @param ended hears that what was typed may be missed now. */
export function watchActs(ended: () => void): void {
  Acting.watch = (acting, name, state) => {
    const known = acts.get(acting);
    if (state === 'begun') {
      const target = press && performance.now() - press.at < atOnce ? press.target : undefined;
      // Where it is tried again, what is pressed stands beside the form.
      const isThere = target?.isConnected === true;
      const sent = (isThere ? sentFrom(target) : undefined) ?? known?.get(name);
      if (!sent) return;
      acts.set(acting, (known ?? new Map<string, Sent>()).set(name, sent));
      for (const entry of sent.entries) entry.sending = 'under way';
      lock(sent);
      return;
    }
    const sent = known?.get(name);
    if (!sent) return;
    for (const entry of sent.entries) entry.sending = state === 'done' ? 'done' : undefined;
    for (const field of sent.locked) field.readOnly = false;
    // Whoever pressed it did not mean it to go away.
    if (state === 'failed') press = undefined;
    if (state === 'done') known?.delete(name);
    ended();
  };
}

/** What is typed while it is sent would neither be sent nor kept. */
function lock(sent: Sent): void {
  const fields = [...sent.form.querySelectorAll<Field>(prose)];
  sent.locked = fields.filter(({ readOnly }) => !readOnly);
  for (const field of sent.locked) field.readOnly = true;
}

document.addEventListener('click', clicked, { capture: true });
document.addEventListener('keydown', keyPressed, { capture: true });
