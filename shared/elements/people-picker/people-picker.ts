import type { PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { icons } from '../internal/icons.ts';
import { KantineElement } from '../internal/kantine-element.ts';

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
      const people = await this.community.searchPeople({ text });
      if (search !== this.#search) return;
      const taken = new Set([...this.without, ...this.chosen.map(({ id }) => id)]);
      this.found = people.filter(({ id }) => !taken.has(id));
      this.active = 0;
      this.open = true;
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
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${this.open}
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
        ?hidden=${!this.open}
      >
        ${this.found.map((person, index) => this.#option(person, index))}
      </ul>
      ${
        this.open && this.found.length === 0
          ? html`<p class="muted" role="status">${msg('Nobody found. Check the spelling.')}</p>`
          : nothing
      }
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

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
      }

      label {
        display: block;
        font-size: 0.875rem;
        font-weight: 600;
        margin-block-end: 0.25rem;
      }

      .field {
        align-items: center;
        background: var(--k-background);
        border: 1px solid var(--k-control-border);
        border-radius: var(--k-radius);
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        padding: 0.2rem;
      }

      .field:focus-within {
        outline: 2px solid var(--k-accent);
        outline-offset: 1px;
      }

      input {
        border: none;
        flex: 1 1 6rem;
        inline-size: auto;
        min-inline-size: 0;
        padding: 0.25rem 0.4rem;
      }

      input:focus-visible {
        outline: none;
      }

      .chip {
        align-items: center;
        background: var(--k-accent-soft);
        border-radius: 1rem;
        display: inline-flex;
        font-size: 0.875rem;
        gap: 0.3rem;
        overflow-wrap: anywhere;
        padding-inline-start: 0.2rem;
      }

      .chip button {
        border-radius: 50%;
        inline-size: 1.75rem;
        min-block-size: 1.75rem;
      }

      kantine-avatar {
        --size: 1.5rem;
      }

      ul {
        background: var(--k-background);
        border: 1px solid var(--k-border);
        border-radius: var(--k-radius);
        box-shadow: 0 6px 20px rgb(0 0 0 / 18%);
        inset-inline: 0;
        margin-block-start: 0.25rem;
        max-block-size: 16rem;
        overflow: auto;
        position: absolute;
        z-index: 2;
      }

      li {
        --size: 2rem;

        align-items: center;
        cursor: pointer;
        display: flex;
        gap: 0.6rem;
        padding: 0.35rem 0.6rem;
      }

      li > span {
        display: grid;
      }

      li[aria-selected='true'],
      li:hover {
        background: var(--k-accent-soft);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-people-picker': PeoplePicker;
  }
}
