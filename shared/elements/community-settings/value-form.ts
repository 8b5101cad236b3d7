import { isKantineError } from '@kantine/core';
import type { CommunityLanguage, NewValue, ValueView } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { formStyles } from './form.styles.ts';

/** What each language calls itself. */
const languageNames: Readonly<Record<CommunityLanguage, string>> = {
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
};

type Field = 'icon' | 'meaning' | 'from' | 'until' | CommunityLanguage;
type Draft = Partial<Record<Field, string>>;

const dayOf = (instant: number): string =>
  instant === 0 ? '' : new Date(instant).toISOString().slice(0, 10);
const instantOf = (day: string): number => (day === '' ? 0 : Date.parse(day));

/**
 * A value of the company as a form, for owners.
 * @fires kantine-saved once it holds.
 * @fires kantine-cancel when the owner gives up.
 */
export class ValueForm extends CommunityElement {
  /** The value that is changed; a new one without. */
  @property({ attribute: false }) value: ValueView | undefined;
  @property({ attribute: false }) languages: readonly CommunityLanguage[] = [];
  readonly #acting = new Acting<'save'>(this);
  readonly #draft = new Drafting<Draft>(this, {
    empty: () => ({}),
    accept: (stored) => stored as Draft,
    name: () => undefined,
    isEmpty: (fields) => Object.keys(fields).length === 0,
  });

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #shown(field: Field): string {
    const typed = this.#draft.fields[field];
    if (typed !== undefined) return typed;
    const { value } = this;
    if (!value) return '';
    switch (field) {
      case 'icon':
      case 'meaning':
        return value[field];
      case 'from':
      case 'until':
        return dayOf(value[field]);
      default:
        return value.names[field] ?? '';
    }
  }

  readonly #typed = ({ target }: InputEvent): void => {
    const { name, value } = target as HTMLInputElement;
    this.#draft.change({ [name]: value });
  };

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, languages } = this;
    if (!community) return;
    const names = languages.map((language) => [language, this.#shown(language)] as const);
    const saved: NewValue = {
      id: this.value?.id ?? `own-${this.#draft.key.replaceAll(/[^\w-]/g, '-').slice(0, 36)}`,
      icon: this.#shown('icon'),
      names: { ...this.value?.names, ...Object.fromEntries(names) },
      meaning: this.#shown('meaning'),
      from: instantOf(this.#shown('from')),
      until: instantOf(this.#shown('until')),
    };
    const done = await this.#acting.run('save', async () => {
      await community.settings.saveValue({ value: saved, key: this.#draft.key });
    });
    if (done) this.emit('kantine-saved', undefined);
    else this.focusOn('[aria-invalid]');
  };

  #invalid(field: string): 'true' | typeof nothing {
    const { error } = this.#acting;
    return isKantineError(error, 'Invalid') && error.data.field === field ? 'true' : nothing;
  }

  readonly #cancel = (): void => {
    // What is on its way cannot be given up any more.
    if (!this.#acting.isBusy) this.emit('kantine-cancel', undefined);
  };

  protected override render(): TemplateResult {
    const { error, isBusy } = this.#acting;
    return html`<form @submit=${this.#save} @input=${this.#typed} aria-label=${msg('Value')}>
      ${this.languages.map((language) =>
        this.#input(language, languageNames[language], 40, this.#invalid('name')),
      )}
      ${this.#input('icon', msg('Sign, such as an emoji'), 16, nothing)}
      <label>
        ${msg('What it means, in a sentence')}
        <textarea
          name="meaning"
          rows="2"
          maxlength="300"
          dir="auto"
          .value=${this.#shown('meaning')}
        ></textarea>
      </label>
      <div class="days">
        <label>
          ${msg('Offered from')}
          <input type="date" name="from" .value=${this.#shown('from')} />
        </label>
        <label>
          ${msg('Offered until')}
          <input
            type="date"
            name="until"
            aria-invalid=${this.#invalid('until')}
            .value=${this.#shown('until')}
          />
        </label>
      </div>
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#cancel}>${msg('Cancel')}</button>
        <button type="submit" class="primary" aria-disabled=${isBusy}>
          ${isBusy ? msg('Saving…') : msg('Save the value')}
        </button>
      </div>
    </form>`;
  }

  #input(
    name: Field,
    label: string,
    most: number,
    invalid: 'true' | typeof nothing,
  ): TemplateResult {
    return html`<label>
      ${label}
      <input
        name=${name}
        dir="auto"
        autocomplete="off"
        maxlength=${most}
        aria-invalid=${invalid}
        .value=${this.#shown(name)}
      />
    </label>`;
  }

  static override styles = [controls, noticeStyles, formStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-value-form': ValueForm;
  }
}
