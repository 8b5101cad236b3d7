import type { PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../../kit/asking.ts';
import { controls } from '../../kit/controls.ts';
import { errorText } from '../../kit/error-text.ts';
import * as laterIcons from '../../kit/later-icons.ts';
import { isComposing } from '../../kit/composing.ts';
import { CommunityElement } from '../../kit/kantine-element.ts';
import { numberText } from '../../locale/formats.ts';
import { plural } from '../../locale/plural.ts';
import { peoplePickerStyles } from './people-picker.styles.ts';

/** Long enough that a name typed at speed is one question to the directory. In milliseconds. */
const typingPause = 200;

/**
 * Chooses colleagues by name: a combobox with a list, as the ARIA practices describe it, and a chip
 * for each person chosen.
 * @fires kantine-change with the people chosen.
 */
export class PeoplePicker extends CommunityElement {
  @property() label = '';
  @property({ attribute: false }) chosen: readonly PersonSummary[] = [];
  /** People who are never offered, such as the reader. */
  @property({ attribute: false }) without: readonly string[] = [];
  /** What stands in the field, and what of it was searched for after a pause. */
  @state() private typed = '';
  @state() private searched = '';
  @state() private active = 0;
  /** Whether the list was closed without a choice. */
  @state() private shut = false;
  @state() private announcement = '';
  @query('input') private input!: HTMLInputElement | null;
  readonly #asking = new Asking<readonly PersonSummary[]>(this, {
    args: () => [this.searched],
    ask: ({ people }) =>
      this.searched === '' ? undefined : people.search({ text: this.searched }),
    keepsAnswer: true,
    answered: () => {
      this.active = 0;
      this.announcement = foundText(this.#found.length);
      this.#chooseAwaited();
    },
  });
  /** Whether Enter was pressed on a name before the answer to it came. */
  #isAwaited = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override focus(): void {
    this.input?.focus();
  }

  /** The people who were found and may be chosen. */
  get #found(): readonly PersonSummary[] {
    const taken = new Set([...this.without, ...this.chosen.map(({ id }) => id)]);
    return (this.#asking.answer ?? []).filter(({ id }) => !taken.has(id));
  }

  get #isOpen(): boolean {
    return !this.shut && this.searched !== '' && this.#asking.answer !== undefined;
  }

  /** Whether the list answers something else than what stands in the field: then no key chooses from it. */
  get #isStale(): boolean {
    return this.typed !== this.searched || !this.#asking.isCurrent;
  }

  readonly #changed = (): void => {
    clearTimeout(this.#timer);
    this.#isAwaited = false;
    this.typed = this.input?.value.trim() ?? '';
    this.shut = false;
    if (this.typed === '') this.searched = '';
    else this.#timer = setTimeout(() => this.#find(), typingPause);
  };

  #find(): void {
    clearTimeout(this.#timer);
    this.shut = false;
    if (this.searched === this.typed && this.#asking.error !== undefined) void this.#asking.ask();
    this.searched = this.typed;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#isAwaited = false;
    this.shut = true;
  }

  /** Takes the only one whom the answer can mean; of several, the reader chooses. */
  #chooseAwaited(): void {
    const [only, another] = this.#found;
    if (this.#isAwaited && !this.#isStale && !another) this.#choose(only);
    this.#isAwaited = false;
  }

  #choose(person: PersonSummary | undefined): void {
    if (!person) return;
    if (this.input) this.input.value = '';
    this.#changed();
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
    if (isComposing(event)) return;
    const last = this.chosen.at(-1);
    // A name half typed is no answer yet: Enter must not send the form around this field.
    if (event.key === 'Enter' && this.input?.value !== '') event.preventDefault();
    if (event.key === 'ArrowDown' && !this.#isOpen) return this.#find();
    if (event.key === 'Backspace' && this.input?.value === '' && last) return this.#remove(last);
    this.#isAwaited = event.key === 'Enter' && this.typed !== '' && !this.shut && this.#isStale;
    // Whoever is done with a name need not wait for the pause.
    if (this.#isAwaited) return this.#find();
    // A name half typed is nothing that Escape leaves a form with.
    const isLeft = event.key === 'Escape' && this.input?.value !== '';
    if (!this.#isOpen && !isLeft) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    const found = this.#found;
    if (move !== undefined && found.length > 0) {
      this.active = (this.active + move + found.length) % found.length;
    } else if (event.key === 'Enter') {
      this.#choose(found[this.active]);
    } else if (event.key === 'Escape') {
      this.#close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  protected override render(): TemplateResult {
    const found = this.#found;
    const isOpen = this.#isOpen;
    const active = this.#isStale ? undefined : found[this.active];
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
                ${laterIcons.close}
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
          aria-expanded=${isOpen && found.length > 0}
          aria-controls="list"
          aria-activedescendant=${isOpen && active ? `person-${this.active}` : nothing}
          placeholder=${this.chosen.length === 0 ? msg('Type a name') : nothing}
          @input=${this.#changed}
          @keydown=${this.#keyPressed}
          @blur=${() => this.#close()}
        />
      </div>
      <ul
        id="list"
        class="plain"
        role="listbox"
        aria-label=${msg('Colleagues')}
        ?hidden=${!isOpen || found.length === 0}
      >
        ${found.map((person, index) => this.#option(person, index))}
      </ul>
      ${isOpen && found.length === 0 ? html`<p class="nobody">${foundText(0)}</p>` : nothing}
      ${
        this.#asking.error === undefined
          ? nothing
          : html`<p role="alert">${errorText(this.#asking.error)}</p>`
      }
      <span class="unseen" role="status">${this.announcement}</span>`;
  }

  #option(person: PersonSummary, index: number): TemplateResult {
    // Keys stay in the field, as in any combobox; the pointer must not take the focus out of it,
    // since that would close the list before the click.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<li
      id=${`person-${index}`}
      role="option"
      aria-selected=${!this.#isStale && index === this.active}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(person)}
    >
      <kantine-avatar .person=${person}></kantine-avatar>
      <span><bdi>${person.name}</bdi><span class="muted">${person.title ?? ''}</span></span>
    </li>`;
  }

  static override styles = [controls, peoplePickerStyles];
}

/** How many were found, for people who cannot see the list. */
function foundText(count: number): string {
  if (count === 0) return msg('Nobody found. Check the spelling.');
  const number = numberText(count);
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
