/**
 * The property pane. Microsoft's own is drawn by components that npm does not carry, so this one draws
 * the same declared fields with plain controls; everything behind them is the runtime's.
 */
import type { ConfigurableWebPart, PaneField } from './runtime.ts';

/** `PropertyPaneFieldType` of sp-property-pane. */
const types = { custom: 1, checkbox: 2, choiceGroup: 10, label: 7, link: 13, slider: 8 } as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const nameOf = ({ targetProperty = '' }: PaneField): string => targetProperty;

/** A part of the properties, by a path with dots. */
const valueAt = (properties: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (found, name) => (found as Record<string, unknown> | undefined)?.[name],
      properties,
    );

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export function propertyPane(root: HTMLElement) {
  let opener: HTMLElement | null = null;

  function close(): void {
    root.hidden = true;
    root.replaceChildren();
    opener?.focus();
  }

  async function open(part: ConfigurableWebPart): Promise<void> {
    if (document.activeElement instanceof HTMLElement) opener = document.activeElement;
    const { configuration } = await part._getPropertyPaneData();
    const [page] = configuration.pages;
    const fields = page?.groups.flatMap(({ groupFields }) => groupFields) ?? [];
    const closer = element('button', { type: 'button', className: 'close', textContent: '✕' });
    closer.setAttribute('aria-label', 'Close settings');
    closer.addEventListener('click', close);
    const title = element('h2', { textContent: part.title });
    const head = element('div', { className: 'pane-head' }, title, closer);
    const set = (field: PaneField) => (value: unknown) =>
      part._onPropertyPaneFieldChanged(nameOf(field), value, field.type);
    const drawn = fields.map((field) =>
      draw(field, valueAt(part.properties, nameOf(field)), set(field)),
    );
    const nothing = element('p', { textContent: 'There is nothing to choose here.' });
    root.replaceChildren(head, ...(drawn.length === 0 ? [nothing] : drawn));
    root.hidden = false;
    closer.focus();
  }

  return { open, close };
}

function draw(field: PaneField, value: unknown, set: (value: unknown) => void): HTMLElement {
  const properties = field.properties ?? {};
  const label = text(properties.label);
  switch (field.type) {
    case types.slider:
      return slider(label, properties, Number(value), set);
    case types.checkbox: {
      const input = element('input', { type: 'checkbox', checked: value !== false });
      input.addEventListener('change', () => set(input.checked));
      return element('label', { className: 'switch' }, input, text(properties.text));
    }
    case types.label:
      return element('p', { className: 'heading', textContent: text(properties.text) });
    case types.link: {
      const [href, target] = [text(properties.href), text(properties.target)];
      return element('a', { href, target, textContent: text(properties.text) });
    }
    case types.choiceGroup:
      return choices(nameOf(field), label, properties, value, set);
    case types.custom:
      return custom(properties, set);
    default:
      throw new RangeError(`This pane draws no field of type ${field.type}.`);
  }
}

function slider(
  label: string,
  { min, max }: Readonly<Record<string, unknown>>,
  value: number,
  set: (value: unknown) => void,
): HTMLElement {
  const input = element('input', { type: 'range', min: String(min), max: String(max) });
  input.value = String(value);
  const shown = element('output', { textContent: String(value) });
  input.addEventListener('input', () => {
    shown.textContent = input.value;
    set(Number(input.value));
  });
  return element('label', { className: 'slider' }, label, element('span', {}, input, shown));
}

function choices(
  name: string,
  label: string,
  { options }: Readonly<Record<string, unknown>>,
  value: unknown,
  set: (value: unknown) => void,
): HTMLElement {
  const offered = options as readonly { readonly key: string; readonly text: string }[];
  const group = element('fieldset', {}, element('legend', { textContent: label }));
  for (const { key, text: said } of offered) {
    const input = element('input', { type: 'radio', name, checked: key === value });
    input.addEventListener('change', () => set(key));
    group.append(element('label', { className: 'switch' }, input, said));
  }
  return group;
}

function custom(
  properties: Readonly<Record<string, unknown>>,
  set: (value: unknown) => void,
): HTMLElement {
  const root = element('div', { className: 'custom' });
  const render = properties.onRender as (
    root: HTMLElement,
    context: undefined,
    changed: (property: string, value: unknown) => void,
  ) => void;
  // As in SharePoint's own pane, what draws into it finds it on the page.
  queueMicrotask(() => render(root, undefined, (_, value) => set(value)));
  return root;
}
