import type { Settings, SpaceSettings } from '@kantine/confluence-host/page';
import { Acting, tryAgainText } from '@kantine/elements';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { filled } from '../words/words.ts';
import type { Words } from '../words/words.ts';
import { formStyles } from './form.styles.ts';

/** Whether Kantine is enabled in this space, and the button for its administrators. */
export class SpaceSettingsForm extends LitElement {
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) words!: Words;
  @property() locale = 'en';
  @state() private known: SpaceSettings | undefined;
  /** Whether the administrator is asked what disabling means. */
  @state() private isAsked = false;
  @state() private confirmation = '';

  readonly #acting = new Acting<'read' | 'change'>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  readonly #read = (): Promise<void> => this.#show('read', () => this.settings.readSpace());

  /** Shows what Confluence says. */
  async #show(name: 'read' | 'change', ask: () => Promise<SpaceSettings>): Promise<void> {
    this.confirmation = '';
    const isDone = await this.#acting.run(name, async () => {
      this.known = await ask();
    });
    if (!isDone) console.error(this.#acting.error);
  }

  async #change(enabled: boolean): Promise<void> {
    await this.#show('change', async () => {
      const known = await this.settings.changeSpace({ enabled });
      this.isAsked = false;
      this.confirmation = this.words.saved;
      this.#focusOn('h2');
      return known;
    });
  }

  #ask(isAsked: boolean): void {
    this.isAsked = isAsked;
    this.confirmation = '';
    this.#focusOn(isAsked ? '.keep' : '.disable');
  }

  #focusOn(selector: string): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  protected override render(): TemplateResult {
    const { words, known } = this;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${words.inThisSpace}</h2>
      ${known ? this.#choice(known) : nothing}
      ${this.#acting.error === undefined ? nothing : this.#failure()}
      <p role="status">${this.confirmation}</p>
    </section>`;
  }

  #choice({ enabled, mayChange, changed }: SpaceSettings): TemplateResult {
    const { words } = this;
    return html`<p>
        ${enabled ? words.isEnabled : words.isDisabled} ${this.#since(enabled, changed)}
      </p>
      ${mayChange ? (enabled ? this.#disable() : this.#enable()) : html`<p>${words.onlyAdministrators}</p>`}`;
  }

  /** Who did it, and when; without a name where nobody knows it any more. */
  #since(enabled: boolean, changed: SpaceSettings['changed']): string {
    if (!changed) return '';
    const { enabledBy, enabledOn, disabledBy, disabledOn } = this.words;
    const date = new Date(changed.at).toLocaleDateString(this.locale, { dateStyle: 'long' });
    const name = changed.by?.name ?? '';
    if (name === '') return filled(enabled ? enabledOn : disabledOn, { date });
    return filled(enabled ? enabledBy : disabledBy, { name, date });
  }

  #enable(): TemplateResult {
    return html`<p class="muted">${this.words.whatEnablingMeans}</p>
      <button
        type="button"
        aria-disabled=${this.#acting.isBusy}
        @click=${() => void this.#change(true)}
      >
        ${this.words.enable}
      </button>`;
  }

  /** Rarely what somebody came for: it stands back, and asks first. */
  #disable(): TemplateResult {
    const { words } = this;
    if (!this.isAsked) {
      return html`<button type="button" class="quiet disable" @click=${() => this.#ask(true)}>
        ${words.disable}…
      </button>`;
    }
    return html`<div role="group" aria-labelledby="question">
      <p id="question"><strong>${words.reallyDisable}</strong> ${words.whatDisablingMeans}</p>
      <div class="buttons">
        <button type="button" class="quiet keep" @click=${() => this.#ask(false)}>
          ${words.keepEnabled}
        </button>
        <button
          type="button"
          class="danger"
          aria-disabled=${this.#acting.isBusy}
          @click=${() => void this.#change(false)}
        >
          ${words.disable}
        </button>
      </div>
    </div>`;
  }

  #failure(): TemplateResult {
    return html`<p role="alert">${this.words.notSaved}</p>
      <button type="button" @click=${this.#read}>${tryAgainText()}</button>`;
  }

  static override styles = formStyles;
}

customElements.define('kantine-space-settings', SpaceSettingsForm);
