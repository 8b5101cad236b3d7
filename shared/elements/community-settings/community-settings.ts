// In one file, since what holds and what owners do about it stand side by side.
import type {
  CommunityLanguage,
  CommunitySettings as Settings,
  KudosValue,
  ValueView,
} from '@kantine/core';
import { limits } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import * as icons from '../kit/icons.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { dateFormat, numberText } from '../locale/formats.ts';
import { valueNameOf, valueSignOf } from '../parts/value-names.ts';
import { communitySettingsStyles } from './community-settings.styles.ts';

const loadForOwners = () =>
  import(/* webpackChunkName: 'settings-for-owners' */ './define.for-owners.ts');

const languages: Readonly<Record<CommunityLanguage, string>> = {
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
};
const allLanguages = Object.keys(languages) as readonly CommunityLanguage[];

const dayText = (instant: number): string =>
  dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(instant);

/**
 * The settings of the community: values, kudos a week, languages and the list of staff. Everybody sees what holds;
 * owners change it.
 *
 * @tag kantine-community-settings
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class CommunitySettings extends WidgetElement {
  /** The value whose form is open; `new` for one that is added. */
  @state() private opened: KudosValue | 'new' | undefined;
  @state() private confirmation = '';
  readonly #acting = new Acting<'save'>(this);
  readonly #asking = new Asking<Settings>(this, {
    ask: ({ settings }) => settings.read(),
    answered: ({ mayChange }) => {
      if (mayChange) void loadForOwners();
    },
  });

  async #changed(said: string): Promise<void> {
    await this.#asking.ask();
    this.confirmation = said;
    this.renderRoot.querySelector('kantine-settings-log')?.refresh();
  }

  #save(write: (key: string) => Promise<void> | undefined, said: string): void {
    void this.#acting
      .run('save', async () => {
        await write(this.community?.newKey() ?? '');
      })
      .then((done) => (done ? this.#changed(said) : undefined));
  }

  readonly #saveAllowance = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#allowance');
    const allowance = Number(field?.value);
    this.#save(
      (key) => this.community?.settings.setAllowance({ allowance, key }),
      msg('The number of kudos is saved.'),
    );
  };

  #toggle(language: CommunityLanguage, { languages: now }: Settings): void {
    const has = now.includes(language);
    const next = allLanguages.filter((each) => (each === language ? !has : now.includes(each)));
    if (next.length === 0) {
      this.confirmation = msg('One language has to stay.');
      this.requestUpdate();
      return;
    }
    this.#save(
      (key) => this.community?.settings.setLanguages({ languages: next, key }),
      msg('The languages are saved.'),
    );
  }

  readonly #valueSaved = (): void => {
    const opened = this.opened;
    this.opened = undefined;
    void this.#changed(msg('The value is saved.'));
    this.focusOn(opened === 'new' ? '.add' : `[data-value="${opened}"]`);
  };

  readonly #cancelled = (): void => {
    const opened = this.opened;
    this.opened = undefined;
    this.focusOn(opened === 'new' ? '.add' : `[data-value="${opened}"]`);
  };

  protected override render(): TemplateResult {
    const { answer, error } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void this.#asking.ask());
    if (!answer) return loadingNotice(msg('Loading the settings…'));
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Settings of the community')}</h2>
      ${
        answer.mayChange
          ? nothing
          : html`<p class="muted">
              ${msg('The owners decide on these. You can see what applies.')}
            </p>`
      }
      ${confirmed(this.confirmation)}
      ${this.#acting.error === undefined ? nothing : errorNotice(formErrorText(this.#acting.error))}
      ${this.#values(answer)} ${this.#allowance(answer)}
      ${answer.mayChange ? this.#forOwners(answer) : nothing}
    </section>`;
  }

  #values(settings: Settings): TemplateResult {
    const { values, mayChange } = settings;
    return html`<h3>${msg('Values to thank for')}</h3>
      <ul class="plain values">
        ${repeat(
          values,
          ({ id }) => id,
          (value) =>
            html`<li>
              ${this.opened === value.id ? this.#form(settings, value) : this.#value(value, mayChange)}
            </li>`,
        )}
      </ul>
      ${
        !mayChange
          ? nothing
          : this.opened === 'new'
            ? this.#form(settings)
            : html`<button
                type="button"
                class="secondary add"
                @click=${() => {
                  this.opened = 'new';
                }}
              >
                ${msg('Add a value')}
              </button>`
      }`;
  }

  #value(value: ValueView, mayChange: boolean): TemplateResult {
    const { id, from, until, isOffered, meaning } = value;
    const name = valueNameOf(value);
    const when = isOffered
      ? until === 0
        ? ''
        : msg(str`until ${dayText(until)}`)
      : from > Date.now()
        ? msg(str`from ${dayText(from)}`)
        : msg('no longer offered');
    return html`<div class="value">
      <span class="sign" aria-hidden="true">${valueSignOf(value)}</span>
      <div>
        <p class="name">
          <bdi>${name}</bdi> ${when === '' ? nothing : html`<span class="muted">${when}</span>`}
        </p>
        ${meaning === '' ? nothing : html`<p class="muted" dir="auto">${meaning}</p>`}
      </div>
      ${
        mayChange
          ? html`<button
              type="button"
              class="quiet"
              data-value=${id}
              aria-label=${named(msg('Change'), name)}
              @click=${() => {
                this.opened = id;
              }}
            >
              ${icons.edit}${msg('Change')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #form({ languages: shown }: Settings, value?: ValueView): TemplateResult {
    return html`<kantine-value-form
      .value=${value}
      .languages=${shown}
      @kantine-saved=${this.#valueSaved}
      @kantine-cancel=${this.#cancelled}
    ></kantine-value-form>`;
  }

  #allowance({ allowance, mayChange }: Settings): TemplateResult {
    const number = numberText(allowance);
    if (!mayChange) {
      return html`<h3>${msg('Kudos a week')}</h3>
        <p>
          ${msg(str`Everybody can give kudos to ${number} colleagues a week; further thanks go without kudos.`)}
        </p>`;
    }
    return html`<h3>${msg('Kudos a week')}</h3>
      <form @submit=${this.#saveAllowance}>
        <label for="allowance"
          >${msg('How many colleagues each person can give kudos to in a week')}</label
        >
        <div class="row">
          <input
            id="allowance"
            type="number"
            min="0"
            max=${limits.kudosPerWeek}
            .value=${String(allowance)}
          />
          <button type="submit" class="secondary" aria-disabled=${this.#acting.isBusy}>
            ${msg('Save')}
          </button>
        </div>
      </form>`;
  }

  #forOwners(settings: Settings): TemplateResult {
    return html`<fieldset>
        <legend>${msg('Languages in which values have names')}</legend>
        ${allLanguages.map(
          (language) =>
            html`<label class="choice">
              <input
                type="checkbox"
                .checked=${settings.languages.includes(language)}
                @change=${({ target }: Event) => {
                  // What holds is shown, once it holds.
                  (target as HTMLInputElement).checked = settings.languages.includes(language);
                  this.#toggle(language, settings);
                }}
              />
              ${languages[language]}
            </label>`,
        )}
      </fieldset>
      <h3>${msg('List of staff')}</h3>
      <p class="muted">
        ${msg('Profile cards show department, place, manager and starting year from this list where the directory says nothing.')}
      </p>
      <kantine-staff-import @kantine-saved=${() => this.#changed('')}></kantine-staff-import>
      <kantine-staff-line @kantine-saved=${() => this.#changed('')}></kantine-staff-line>
      <kantine-staff-list @kantine-saved=${() => this.#changed('')}></kantine-staff-list>
      <h3>${msg('What was changed')}</h3>
      <kantine-settings-log></kantine-settings-log>`;
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    confirmationStyles,
    communitySettingsStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-community-settings': CommunitySettings;
  }
}
