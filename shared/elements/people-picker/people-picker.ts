import type { PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { icons } from '../internal/icons.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { currentLocale } from '../locale/locale.ts';
import { plural } from '../locale/plural.ts';
import { peoplePickerStyles } from './people-picker.styles.ts';

/** Long enough that a name typed at speed is one question to the directory. In milliseconds. */
const typingPause = 200;

/**
 * Chooses colleagues by name: a combobox with a list, as the ARIA practices describe it, and a chip
 * for each person chosen.
 * @fires kantine-change with the people chosen.
 */
export class PeoplePicker extends KantineElement {
  @property() label = '';
  @property({ attribute: false }) chosen: readonly PersonSummary[] = [];
  /** People who are never offered, such as the reader. */
  @property({ attribute: false }) without: readonly string[] = [];
  @state() private found: readonly PersonSummary[] = [];
  @state() private active = 0;
  @state() private open = false;
  @state() private error: unknown;
  @state() private announcement = '';
  @query('input') private input!: HTMLInputElement | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #search = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override focus(): void {
    this.input?.focus();
  }

  readonly #typed = (): void => {
    clearTimeout(this.#timer);
    this.error = undefined;
    this.#timer = setTimeout(() => void this.#find(), typingPause);
  };

  async #find(): Promise<void> {
    const text = this.input?.value.trim() ?? '';
    if (text === '' || !this.community) return this.#close();
    const search = (this.#search += 1);
    try {
      const people = await this.community.people.search({ text });
      if (search !== this.#search) return;
      const taken = new Set([...this.without, ...this.chosen.map(({ id }) => id)]);
      this.found = people.filter(({ id }) => !taken.has(id));
      this.active = 0;
      this.open = true;
      this.announcement = foundText(this.found.length);
    } catch (error) {
      if (search === this.#search) this.error = error;
    }
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#search += 1;
    this.open = false;
    this.found = [];
  }

  #choose(person: PersonSummary | undefined): void {
    if (!person) return;
    if (this.input) this.input.value = '';
    this.#close();
    this.#change([...this.chosen, person], msg(str`${person.name} added`));
    this.focus();
  }

  #remove(person: PersonSummary): void {
    const rest = this.chosen.filter(({ id }) => id !== person.id);
    this.#change(rest, msg(str`${person.name} removed`));
    this.focus();
  }

  #change(chosen: readonly PersonSummary[], announcement: string): void {
    this.chosen = chosen;
    this.announcement = announcement;
    this.emit('kantine-change', chosen);
  }

  readonly #keyPressed = (event: KeyboardEvent): void => {
    const last = this.chosen.at(-1);
    // A name half typed is no answer yet: Enter must not send the form around this field.
    if (event.key === 'Enter' && this.input?.value !== '') event.preventDefault();
    if (event.key === 'ArrowDown' && !this.open) return void this.#find();
    if (event.key === 'Backspace' && this.input?.value === '' && last) return this.#remove(last);
    if (!this.open) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && this.found.length > 0) {
      this.active = (this.active + move + this.found.length) % this.found.length;
    } else if (event.key === 'Enter') {
      this.#choose(this.found[this.active]);
    } else if (event.key === 'Escape') {
      this.#close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  protected override render(): TemplateResult {
    const active = this.found[this.active];
    return html`<label for="field" aria-hidden="true">${this.label}</label>
      <div class="field">
        ${repeat(
          this.chosen,
          ({ id }) => id,
          (person) =>
            html`<span class="chip">
              <kantine-avatar .person=${person}></kantine-avatar><bdi>${person.name}</bdi>
              <button
                type="button"
                class="icon"
                aria-label=${msg(str`Remove ${person.name}`)}
                @click=${() => this.#remove(person)}
              >
                ${icons.close}
              </button>
            </span>`,
        )}
        <input
          id="field"
          role="combobox"
          aria-label=${this.label}
          autocomplete="off"
          maxlength="100"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${this.open && this.found.length > 0}
          aria-controls="list"
          aria-activedescendant=${this.open && active ? `person-${this.active}` : nothing}
          placeholder=${this.chosen.length === 0 ? msg('Type a name') : nothing}
          @input=${this.#typed}
          @keydown=${this.#keyPressed}
          @blur=${() => this.#close()}
        />
      </div>
      <ul
        id="list"
        class="plain"
        role="listbox"
        aria-label=${msg('Colleagues')}
        ?hidden=${!this.open || this.found.length === 0}
      >
        ${this.found.map((person, index) => this.#option(person, index))}
      </ul>
      ${this.open && this.found.length === 0 ? html`<p class="nobody">${foundText(0)}</p>` : nothing}
      ${this.error === undefined ? nothing : html`<p role="alert">${errorText(this.error)}</p>`}
      <span class="unseen" role="status">${this.announcement}</span>`;
  }

  #option(person: PersonSummary, index: number): TemplateResult {
    // Keys stay in the field, as in any combobox; the pointer must not take the focus out of it,
    // since that would close the list before the click.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<li
      id=${`person-${index}`}
      role="option"
      aria-selected=${index === this.active}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(person)}
    >
      <kantine-avatar .person=${person}></kantine-avatar>
      <span><bdi>${person.name}</bdi><span class="muted">${person.title ?? ''}</span></span>
    </li>`;
  }

  static override styles = [controls, peoplePickerStyles];
}

/** How many were found, for whoever cannot see the list. */
function foundText(count: number): string {
  if (count === 0) return msg('Nobody found. Check the spelling.');
  const number = count.toLocaleString(currentLocale());
  return plural(count, {
    one: msg('1 colleague found'),
    other: msg(str`${number} colleagues found`),
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-people-picker': PeoplePicker;
  }
}
