import '@kantine/elements/group-picker/define';
import '@kantine/elements/parts/people-picker/define';
import type { Community, PersonSummary } from '@kantine/core';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { numberIn, textIn } from '../widgets/widget.ts';
import type { Config, Field } from '../widgets/widget.ts';
import type { Words } from '../words/words.ts';
import { formStyles } from './form.styles.ts';

/** The questions of one macro; Confluence saves the answers with the page. */
export class MacroConfig extends LitElement {
  @property({ attribute: false }) community!: Community;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) fields: readonly Field[] = [];
  @property({ attribute: false }) config: Config = {};
  @property({ attribute: false }) save!: (config: Config) => Promise<unknown>;
  @state() private isBusy = false;
  @state() private hasFailed = false;
  /** Whose card it is, once their name is known. */
  @state() private person: PersonSummary | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const id = textIn(this.config, 'person');
    if (!changed.has('config') || id === '' || this.person?.id === id) return;
    void this.#findPerson(id);
  }

  async #findPerson(id: string): Promise<void> {
    // Somebody who cannot be found can be replaced by somebody else.
    const card = await this.community.card.read({ person: id }).catch(() => undefined);
    this.person = card?.person;
  }

  #choose(name: string, value: unknown): void {
    this.config = { ...this.config, [name]: value };
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.isBusy) return;
    this.isBusy = true;
    this.hasFailed = false;
    try {
      await this.save(this.config);
    } catch (error) {
      console.error(error);
      this.hasFailed = true;
    } finally {
      this.isBusy = false;
    }
  };

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<form @submit=${this.#submit}>
      ${this.fields.map((field) => this.#field(field))}
      ${this.hasFailed ? html`<p role="alert">${words.notSaved}</p>` : nothing}
      <button aria-disabled=${this.isBusy}>${words.save}</button>
    </form>`;
  }

  #field(field: Field): TemplateResult {
    switch (field.kind) {
      case 'group':
        return html`<kantine-group-picker
          .community=${this.community}
          .value=${textIn(this.config, field.name)}
          @kantine-change=${({ detail }: CustomEvent<string>) => this.#choose(field.name, detail)}
        ></kantine-group-picker>`;
      case 'person':
        return html`<kantine-people-picker
          label=${field.label}
          .community=${this.community}
          .chosen=${this.person ? [this.person] : []}
          @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
            // One card is of one person: the last who was chosen.
            this.person = detail.at(-1);
            this.#choose(field.name, this.person?.id ?? '');
          }}
        ></kantine-people-picker>`;
      case 'number':
        return this.#number(field);
      case 'choice':
        return this.#choice(field);
      case 'switches':
        return this.#switches(field);
    }
  }

  #number({ name, label, min, max, usual }: Extract<Field, { kind: 'number' }>): TemplateResult {
    return html`<label class="field">
      ${label}
      <input
        type="number"
        required
        min=${min}
        max=${max}
        .value=${String(numberIn(this.config, name, usual, max))}
        @input=${({ target }: InputEvent) =>
          this.#choose(name, Number((target as HTMLInputElement).value))}
      />
    </label>`;
  }

  #choice({ name, label, options }: Extract<Field, { kind: 'choice' }>): TemplateResult {
    const chosen = this.config[name] ?? options[0]?.[0];
    return html`<fieldset>
      <legend>${label}</legend>
      ${options.map(
        ([value, text]) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              .checked=${value === chosen}
              @change=${() => this.#choose(name, value)}
            />
            ${text}
          </label>`,
      )}
    </fieldset>`;
  }

  #switches({ name, label, options }: Extract<Field, { kind: 'switches' }>): TemplateResult {
    const all = options.map(([value]) => value);
    const kept: unknown = this.config[name];
    const chosen = Array.isArray(kept) ? all.filter((value) => kept.includes(value)) : all;
    return html`<fieldset>
      <legend>${label}</legend>
      ${options.map(
        ([value, text]) =>
          html`<label class="choice">
            <input
              type="checkbox"
              .checked=${chosen.includes(value)}
              @change=${({ target }: Event) => {
                const isOn = (target as HTMLInputElement).checked;
                this.#choose(
                  name,
                  all.filter((one) => (one === value ? isOn : chosen.includes(one))),
                );
              }}
            />
            ${text}
          </label>`,
      )}
    </fieldset>`;
  }

  static override styles = formStyles;
}

customElements.define('kantine-macro-config', MacroConfig);
