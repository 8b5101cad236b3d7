import type { Settings, SpaceSettings } from '@kantine/confluence-host/page';
import { tryAgainText } from '@kantine/elements';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Words } from '../words/words.ts';
import { formStyles } from './form.styles.ts';

/** Whether Kantine is enabled in this space, and the button for whoever administers it. */
export class SpaceSettingsForm extends LitElement {
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) words!: Words;
  @state() private known: SpaceSettings | undefined;
  @state() private isBusy = false;
  @state() private hasFailed = false;
  @state() private confirmation = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#run(() => Promise.resolve());
  }

  /** Does something, and shows what Confluence says afterwards. */
  async #run(work: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.hasFailed = false;
    this.confirmation = '';
    try {
      await work();
      this.known = await this.settings.readSpace();
      return true;
    } catch (error) {
      console.error(error);
      this.hasFailed = true;
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  async #change(enabled: boolean): Promise<void> {
    const isDone = await this.#run(() => this.settings.changeSpace({ enabled }));
    if (isDone) this.confirmation = this.words.saved;
  }

  protected override render(): TemplateResult {
    const { words, known } = this;
    return html`<section aria-labelledby="title">
      <h2 id="title">${words.inThisSpace}</h2>
      ${known ? this.#choice(known) : nothing} ${this.hasFailed ? this.#failure() : nothing}
      <p role="status">${this.confirmation}</p>
    </section>`;
  }

  #choice({ enabled, mayChange }: SpaceSettings): TemplateResult {
    const { words } = this;
    return html`<p>${enabled ? words.isEnabled : words.isDisabled}</p>
      <p class="muted">${enabled ? words.whatDisablingMeans : words.whatEnablingMeans}</p>
      ${
        mayChange
          ? html`<button
              type="button"
              aria-disabled=${this.isBusy}
              @click=${() => void this.#change(!enabled)}
            >
              ${enabled ? words.disable : words.enable}
            </button>`
          : html`<p>${words.onlyAdministrators}</p>`
      }`;
  }

  #failure(): TemplateResult {
    const again = (): void => void this.#run(() => Promise.resolve());
    return html`<p role="alert">${this.words.notSaved}</p>
      <button type="button" @click=${again}>${tryAgainText()}</button>`;
  }

  static override styles = formStyles;
}

customElements.define('kantine-space-settings', SpaceSettingsForm);
