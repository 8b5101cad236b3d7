import { isKantineError } from '@kantine/core';
import type { Settings, SiteSettings } from '@kantine/confluence-host/page';
import { Acting, saveText } from '@kantine/elements';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { filled } from '../words/words.ts';
import type { Words } from '../words/words.ts';
import { formStyles } from './form.styles.ts';

/** Months that one may choose; none keeps everything. */
const months = [6, 12, 24, 36, 60] as const;
/** From here on an administrator should do something about it. */
const near = 0.8;

/** How full the database is, and how long posts are kept. */
export class SiteSettingsForm extends LitElement {
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) words!: Words;
  @property() locale = 'en';
  @state() private known: SiteSettings | undefined;
  @state() private confirmation = '';
  @query('select') private select!: HTMLSelectElement | null;
  readonly #acting = new Acting<'read' | 'save'>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#acting.run('read', async () => {
      this.known = await this.settings.readSite();
    });
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { known } = this;
    if (!known) return;
    const chosen = Number(this.select?.value ?? 0);
    const retention = chosen > 0 ? { keepMonths: chosen } : {};
    this.confirmation = '';
    await this.#acting.run('save', async () => {
      await this.settings.changeSite(retention);
      this.known = { usage: known.usage, ...retention };
      this.confirmation = this.words.saved;
    });
  };

  get #failure(): string {
    const { error } = this.#acting;
    if (error === undefined) return '';
    const { onlySiteAdministrators, notSaved } = this.words;
    return isKantineError(error, 'Forbidden') ? onlySiteAdministrators : notSaved;
  }

  protected override render(): TemplateResult {
    const failure = this.#failure;
    return html`<form @submit=${this.#submit}>
      ${this.known ? this.#content(this.known) : nothing}
      ${failure === '' ? nothing : html`<p role="alert">${failure}</p>`}
      <p role="status">${this.confirmation}</p>
    </form>`;
  }

  #content({ usage: { bytes, mostBytes }, keepMonths = 0 }: SiteSettings): TemplateResult {
    const { words } = this;
    const used = filled(words.storageUsed, {
      used: this.#size(bytes),
      most: this.#size(mostBytes),
    });
    // A choice that was made elsewhere is not lost by saving something else.
    const offered = [...new Set([...months, ...(keepMonths > 0 ? [keepMonths] : [])])].sort(
      (one, other) => one - other,
    );
    return html`<h2>${words.storage}</h2>
      <meter aria-label=${words.storage} min="0" max=${mostBytes} .value=${bytes}></meter>
      <p>${used}</p>
      ${bytes > mostBytes * near ? html`<p role="alert">${words.storageNear}</p>` : nothing}
      <label class="field">
        ${words.keep}
        <select aria-describedby="keep-help">
          <option value="0" ?selected=${keepMonths === 0}>${words.keepEverything}</option>
          ${offered.map(
            (each) =>
              html`<option value=${each} ?selected=${each === keepMonths}>
                ${filled(words.keepMonths, { months: each.toLocaleString(this.locale) })}
              </option>`,
          )}
        </select>
      </label>
      <p class="muted" id="keep-help">${words.keepHelp}</p>
      <button aria-disabled=${this.#acting.isBusy}>${saveText()}</button>`;
  }

  #size(bytes: number): string {
    const format = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
    return (bytes / 2 ** 20).toLocaleString(this.locale, format);
  }

  static override styles = formStyles;
}

customElements.define('kantine-site-settings', SiteSettingsForm);
