/** Shows a widget in a web part, or what stands in its way. */
import { notLoadedText } from '@kantine/elements';
import { applySettings } from '@kantine/elements/registry';
import type { StoredSettings, WidgetEntry } from '@kantine/elements/registry';
import { html, nothing, render } from 'lit';
import type { setupView } from './setup-view.ts';
import type { SitePage } from './site-page.ts';

/** Few pages ever need it. */
const loadSetup = () => import(/* webpackChunkName: 'setup' */ './setup-view.ts');

export interface Shown {
  readonly properties: StoredSettings;
  /** Whether the page is being edited. */
  readonly isEditing: boolean;
}

export interface Surroundings {
  readonly page: SitePage;
  /** Opens what the editor of the page chooses with. */
  readonly configure: () => void;
}

export class WidgetView {
  readonly #root: HTMLElement;
  #widget: WidgetEntry | undefined;
  readonly #surroundings: Surroundings;
  readonly #leave: () => void;
  #element: HTMLElement | undefined;
  #shown: Shown | undefined;
  #isMissing = false;
  #setupView: typeof setupView | undefined;

  constructor(root: HTMLElement, widget: () => Promise<WidgetEntry>, surroundings: Surroundings) {
    this.#root = root;
    this.#surroundings = surroundings;
    this.#leave = surroundings.page.join(this, () => this.#draw());
    root.addEventListener('kantine-configure', surroundings.configure);
    void this.#load(widget);
  }

  async #load(widget: () => Promise<WidgetEntry>): Promise<void> {
    try {
      const loaded = await widget();
      await loaded.load();
      this.#widget = loaded;
      this.#element = document.createElement(loaded.tag);
    } catch {
      // As after an upgrade, when a page that was open asks for code that is gone.
      this.#isMissing = true;
    }
    this.#draw();
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#draw();
  }

  dispose(): void {
    this.#leave();
    this.#root.removeEventListener('kantine-configure', this.#surroundings.configure);
    this.#shown = undefined;
    render(nothing, this.#root);
  }

  #draw(): void {
    if (!this.#shown) return;
    const kind = this.#surroundings.page.setup?.kind;
    const isOpen = kind !== 'missing' && kind !== 'left-out';
    // A widget does not show a refusal from before the set-up after it.
    if (!isOpen && this.#widget) this.#element = document.createElement(this.#widget.tag);
    render(html`${this.#setup()}${isOpen ? this.#content(this.#shown) : nothing}`, this.#root);
  }

  #setup(): unknown {
    const { page } = this.#surroundings;
    const { setup } = page;
    if (!setup || (setup.kind === 'ready' && !setup.unfit && !page.isBegun)) return nothing;
    if (this.#setupView) return this.#setupView(page, page.isSpeaker(this), () => this.#draw());
    void loadSetup().then(
      ({ setupView }) => {
        this.#setupView = setupView;
        this.#draw();
      },
      () => {
        this.#isMissing = true;
      },
    );
    return nothing;
  }

  #content({ properties, isEditing }: Shown): unknown {
    if (this.#isMissing) return html`<p role="alert">${notLoadedText()}</p>`;
    const [element, widget] = [this.#element, this.#widget];
    if (!element || !widget) return nothing;
    // Nearly every site is set up: what is asked need not wait until that is known.
    const { community } = this.#surroundings.page;
    applySettings(element, widget.settings, properties);
    Object.assign(element, { community, editing: isEditing });
    return element;
  }
}
