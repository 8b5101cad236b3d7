import '@kantine/elements/group-picker/define';
import '@kantine/elements/parts/people-picker/define';
import type { Community, PersonSummary } from '@kantine/core';
import { Acting, Asking, inReadersLanguage, saveText } from '@kantine/elements';
import { readSetting } from '@kantine/elements/registry';
import type { EditableSetting, StoredSettings } from '@kantine/elements/registry';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Words } from '../words/words.ts';
import { formStyles } from './form.styles.ts';

type Of<Kind extends EditableSetting['kind']> = Extract<EditableSetting, { kind: Kind }>;

/** The settings of one macro; Confluence saves what is chosen with the page. */
export class MacroConfig extends LitElement {
  @property({ attribute: false }) community!: Community;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) settings: readonly EditableSetting[] = [];
  @property({ attribute: false }) config: StoredSettings = {};
  @property({ attribute: false }) save!: (config: StoredSettings) => Promise<unknown>;
  /** Somebody who was chosen here is known already. */
  @state() private chosen: PersonSummary | undefined;
  readonly #acting = new Acting<'save'>(this);
  /** Whose card it is. Somebody who cannot be found can be replaced by somebody else. */
  readonly #asking = new Asking<PersonSummary | undefined>(this, {
    args: () => [this.#asked],
    ask: ({ card }) => {
      const person = this.#asked;
      return person === undefined
        ? undefined
        : card.read({ person }).then(
            (found) => found.person,
            () => undefined,
          );
    },
    // What a form shows stays as it is while somebody fills it in.
    mayRefresh: () => false,
  });

  get #personId(): string {
    const setting = this.settings.find(({ kind }) => kind === 'person');
    return (setting && (readSetting(setting, this.config) as string | undefined)) ?? '';
  }

  /** Whose name has to be asked for. */
  get #asked(): string | undefined {
    const id = this.#personId;
    return id === '' || id === this.chosen?.id ? undefined : id;
  }

  get #person(): PersonSummary | undefined {
    return this.chosen?.id === this.#personId ? this.chosen : this.#asking.answer;
  }

  #choose(name: string, value: unknown): void {
    this.config = { ...this.config, [name]: value };
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { config } = this;
    await this.#acting.run('save', async () => {
      try {
        await this.save(config);
      } catch (error) {
        // The sentence does not tell what Confluence said.
        console.error(error);
        throw error;
      }
    });
  };

  protected override render(): TemplateResult {
    const { words } = this;
    const { error, isBusy } = this.#acting;
    return html`<form @submit=${this.#submit}>
      ${this.settings.map((setting) => this.#setting(setting))}
      ${error === undefined ? nothing : html`<p role="alert">${words.notSaved}</p>`}
      <button aria-disabled=${isBusy}>${saveText()}</button>
    </form>`;
  }

  #setting(setting: EditableSetting): TemplateResult {
    switch (setting.kind) {
      case 'group':
        return this.#group(setting);
      case 'person':
        return this.#personField(setting);
      case 'number':
        return this.#number(setting);
      case 'choice':
        return this.#choice(setting);
      case 'switches':
        return this.#switches(setting);
    }
  }

  #group(setting: Of<'group'>): TemplateResult {
    return html`<kantine-group-picker
      .community=${this.community}
      .value=${readSetting(setting, this.config)}
      @kantine-change=${({ detail }: CustomEvent<string>) => this.#choose(setting.name, detail)}
    ></kantine-group-picker>`;
  }

  #personField({ name, label }: Of<'person'>): TemplateResult {
    const person = this.#person;
    return html`<kantine-people-picker
      label=${inReadersLanguage(label)}
      .community=${this.community}
      .chosen=${person ? [person] : []}
      @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
        // One card is of one person: the last who was chosen.
        this.chosen = detail.at(-1);
        this.#choose(name, this.chosen?.id ?? '');
      }}
    ></kantine-people-picker>`;
  }

  #number(setting: Of<'number'>): TemplateResult {
    const { name, label, least, most } = setting;
    return html`<label class="field">
      ${inReadersLanguage(label)}
      <input
        type="number"
        required
        min=${least}
        max=${most}
        .value=${live(String(readSetting(setting, this.config)))}
        @change=${({ target }: Event) =>
          this.#choose(name, Number((target as HTMLInputElement).value))}
      />
    </label>`;
  }

  #choice(setting: Of<'choice'>): TemplateResult {
    const { name, label, options } = setting;
    const chosen = readSetting(setting, this.config);
    return html`<fieldset>
      <legend>${inReadersLanguage(label)}</legend>
      ${Object.entries(options).map(
        ([value, { words }]) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              .checked=${value === chosen}
              @change=${() => this.#choose(name, value)}
            />
            ${inReadersLanguage(words)}
          </label>`,
      )}
    </fieldset>`;
  }

  #switches(setting: Of<'switches'>): TemplateResult {
    const { name, label, options, values } = setting;
    const chosen = readSetting(setting, this.config) as readonly string[];
    return html`<fieldset>
      <legend>${inReadersLanguage(label)}</legend>
      ${Object.entries(options).map(
        ([value, words]) =>
          html`<label class="choice">
            <input
              type="checkbox"
              .checked=${chosen.includes(value)}
              @change=${({ target }: Event) => {
                const isOn = (target as HTMLInputElement).checked;
                this.#choose(
                  name,
                  values.filter((one) => (one === value ? isOn : chosen.includes(one))),
                );
              }}
            />
            ${inReadersLanguage(words)}
          </label>`,
      )}
    </fieldset>`;
  }

  static override styles = formStyles;
}

customElements.define('kantine-macro-config', MacroConfig);

declare global {
  interface HTMLElementTagNameMap {
    'kantine-macro-config': MacroConfig;
  }
}
