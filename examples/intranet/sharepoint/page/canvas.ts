/** The canvas of a page: sections with backgrounds, web parts in columns, and editing them. */
import type { Background, CanvasPage, Section } from '../server/pages.ts';
import { element } from './choices.ts';
import { propertyPane } from './property-pane.ts';
import type { Modules, ServiceScope, WebPartManifest } from './runtime.ts';
import { sectionTheme } from './themes.ts';
import type { Scheme } from './themes.ts';
import { webPartRunner } from './web-parts.ts';
import type { RunningWebPart } from './web-parts.ts';

interface CanvasOptions {
  readonly page: CanvasPage;
  readonly scheme: Scheme;
  readonly modules: Modules;
  readonly scope: ServiceScope;
  readonly webParts: readonly WebPartManifest[];
}

export interface Canvas {
  setScheme(scheme: Scheme): void;
  onSave(save: (page: CanvasPage) => Promise<void>): void;
}

interface ShownSection {
  readonly element: HTMLElement;
  background: Background;
  readonly parts: RunningWebPart[];
}

const backgrounds: readonly Background[] = ['none', 'neutral', 'soft', 'strong'];

export async function openCanvas(options: CanvasOptions): Promise<Canvas> {
  const { page, modules, scope, webParts } = options;
  const run = webPartRunner(modules, scope, webParts);
  const pane = propertyPane(element('pane'));
  const shown: ShownSection[] = [];
  let { scheme } = options;
  let isEditing = false;
  let save: (page: CanvasPage) => Promise<void> = () => Promise.resolve();

  function colour(section: ShownSection): void {
    const theme = sectionTheme(scheme, section.background);
    const { style } = section.element;
    style.setProperty('--section', theme.semanticColors.bodyBackground);
    style.setProperty('--section-ink', theme.semanticColors.bodyText);
    for (const part of section.parts) part.setTheme(theme);
  }

  async function configure(part: RunningWebPart): Promise<void> {
    const configurable = part.configurable();
    if (configurable) await pane.open(configurable);
  }

  async function addPart(
    section: ShownSection,
    placed: Section['columns'][number][number],
    column: HTMLElement,
  ): Promise<void> {
    const frame = document.createElement('div');
    frame.className = 'web-part';
    const tools = document.createElement('div');
    tools.className = 'tools';
    const edit = document.createElement('button');
    edit.type = 'button';
    edit.textContent = '✎';
    tools.append(edit);
    const root = document.createElement('div');
    frame.append(tools, root);
    column.append(frame);
    const part: RunningWebPart = await run({
      placed,
      element: root,
      theme: sectionTheme(scheme, section.background),
      configure: () => void configure(part),
    });
    edit.setAttribute(
      'aria-label',
      `Edit properties of ${part.configurable()?.title ?? 'web part'}`,
    );
    edit.addEventListener('click', () => void configure(part));
    section.parts.push(part);
  }

  async function addSection({ background, columns }: Section): Promise<void> {
    const root = document.createElement('section');
    root.className = 'canvas-section';
    const section: ShownSection = { element: root, background, parts: [] };
    shown.push(section);
    root.append(backgroundPicker(section));
    const inner = document.createElement('div');
    inner.className = columns.length > 1 ? 'columns two' : 'columns';
    root.append(inner);
    element('canvas').append(root);
    colour(section);
    const places = columns.map(() => {
      const column = document.createElement('div');
      column.className = 'column';
      inner.append(column);
      return column;
    });
    await Promise.all(
      columns.map(async (parts, position) => {
        for (const placed of parts) await addPart(section, placed, places[position] as HTMLElement);
      }),
    );
  }

  function backgroundPicker(section: ShownSection): HTMLElement {
    const label = document.createElement('label');
    label.className = 'background';
    const select = document.createElement('select');
    select.append(...backgrounds.map((value) => new Option(value, value)));
    select.value = section.background;
    select.addEventListener('change', () => {
      section.background = select.value as Background;
      colour(section);
    });
    label.append('Section background ', select);
    return label;
  }

  const current = (): CanvasPage => ({
    title: page.title,
    sections: page.sections.map(({ columns }, index) => ({
      background: shown[index]?.background ?? 'none',
      columns: columns.map((column) =>
        column.map((placed) => {
          const part = shown[index]?.parts.find((each) => each.placed === placed);
          return { ...placed, properties: part?.configurable()?.properties ?? placed.properties };
        }),
      ),
    })),
  });

  async function setEditing(editing: boolean): Promise<void> {
    isEditing = editing;
    document.documentElement.toggleAttribute('data-editing', editing);
    element('edit').textContent = editing ? 'Save and close' : 'Edit';
    element('saved').textContent = '';
    if (!editing) pane.close();
    const parts = shown.flatMap((section) => section.parts);
    await Promise.all(parts.map((part) => part.setMode(editing ? 2 : 1)));
  }

  element('edit').addEventListener('click', () => {
    const wasEditing = isEditing;
    void setEditing(!wasEditing).then(async () => {
      if (!wasEditing) return;
      await save(current());
      element('saved').textContent = 'Page saved';
    });
  });

  for (const section of page.sections) await addSection(section);
  return {
    setScheme(changed) {
      scheme = changed;
      document.documentElement.dataset.theme = scheme;
      for (const section of shown) colour(section);
    },
    onSave: (call) => void (save = call),
  };
}
