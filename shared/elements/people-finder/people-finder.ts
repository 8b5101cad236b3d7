import type { FoundPeople, FoundPerson } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { emptyNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { face, faceStyles } from '../parts/avatar/face.ts';
import { peopleFinderStyles } from './people-finder.styles.ts';
import { whyFound } from './why-found.ts';

/** Who types on is asked for once they pause. In milliseconds. */
const pause = 400;

/** A whole card, and asking in a group, are for who wants them. */
const loadCard = () => import('../profile-card/define.ts');
const loadMore = () => import(/* webpackChunkName: 'people-finder-more' */ './define.more.ts');

type Chip = 'department' | 'place';

/**
 * Finds colleagues by name, department, place, skill, interest or language, and says why each was found.
 *
 * @tag kantine-people-finder
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class PeopleFinder extends WidgetElement {
  @state() private text = '';
  @state() private department: string | undefined;
  @state() private place: string | undefined;
  /** Whose card is shown, or one's own to be written. */
  @state() private opened:
    { readonly id: string | undefined; readonly form: 'full' | 'edit' } | undefined;
  @state() private asksGroup = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #asking = new Asking<FoundPeople>(this, {
    args: () => [this.text, this.department, this.place],
    ask: ({ people }) => {
      const { text, department, place } = this;
      return people.find({
        text,
        ...(department === undefined ? {} : { department }),
        ...(place === undefined ? {} : { place }),
      });
    },
    keepsAnswer: true,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #look(text: string): void {
    clearTimeout(this.#timer);
    this.text = text.trim();
    this.asksGroup = false;
  }

  readonly #typed = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(value), pause);
  };

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#look(this.renderRoot.querySelector('input')?.value ?? '');
  };

  readonly #open = (id: string | undefined, form: 'full' | 'edit' = 'full'): void => {
    void loadCard();
    this.opened = { id, form };
    this.focusOn('.back');
  };

  readonly #back = (): void => {
    const id = this.opened?.id;
    this.opened = undefined;
    this.focusOn(id === undefined ? 'input' : `[data-person="${CSS.escape(id)}"]`);
  };

  #choose(chip: Chip, text: string): void {
    this[chip] = this[chip] === text ? undefined : text;
  }

  protected override render(): TemplateResult {
    if (this.opened) return this.#card(this.opened);
    const { answer, error, isCurrent } = this.#asking;
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Find a colleague')}</h2>
      <form role="search" @submit=${this.#submitted}>
        <label for="text">${msg('Name, department, place, skill or interest')}</label>
        <input
          id="text"
          type="search"
          dir="auto"
          autocomplete="off"
          maxlength="200"
          .value=${this.text}
          @input=${this.#typed}
        />
      </form>
      ${error === undefined ? nothing : failureNotice(error, () => void this.#asking.ask())}
      ${answer ? this.#found(answer, isCurrent) : error === undefined ? loadingNotice(msg('Looking for colleagues…')) : nothing}
    </section>`;
  }

  #found(answer: FoundPeople, isCurrent: boolean): TemplateResult {
    const { people, isMore, departments, places } = answer;
    const isAsked = this.text !== '' || this.department !== undefined || this.place !== undefined;
    const number = numberText(people.length);
    const said = plural(people.length, {
      one: msg('1 colleague'),
      other: msg(str`${number} colleagues`),
    });
    return html`${this.#chips('department', msg('Department'), departments)}
      ${this.#chips('place', msg('Place'), places)}
      <p class="unseen" role="status">${isAsked && isCurrent ? said : ''}</p>
      <ul class="plain people">
        ${repeat(
          people,
          ({ person }) => person.id,
          (found) => this.#person(found),
        )}
      </ul>
      ${isMore ? html`<p class="muted">${msg('There are more. Another word narrows it down.')}</p>` : nothing}
      ${isAsked && isCurrent && people.length === 0 ? this.#nobody() : nothing}
      ${answer.isWorkKnown ? nothing : this.#ownWork()}`;
  }

  #chips(chip: Chip, label: string, texts: readonly string[]): TemplateResult | typeof nothing {
    const chosen = this[chip];
    // What is chosen can be taken back, also where nobody is left.
    const shown = chosen === undefined || texts.includes(chosen) ? texts : [chosen, ...texts];
    // One alone narrows nothing down.
    if (shown.length < 2 && chosen === undefined) return nothing;
    return html`<div class="chips" role="group" aria-label=${label}>
      ${shown.map(
        (text) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${text === chosen}
            @click=${() => this.#choose(chip, text)}
          >
            <bdi>${text}</bdi>
          </button>`,
      )}
    </div>`;
  }

  #person(found: FoundPerson): TemplateResult {
    const { person, title, department, place } = found;
    const work = [person.title ?? title?.text, department?.text, place?.text].filter(Boolean);
    return html`<li>
      ${face(person)}
      <div>
        <button
          type="button"
          class="name"
          data-person=${person.id}
          @click=${() => this.#open(person.id)}
        >
          <bdi>${person.name}</bdi>
        </button>
        ${work.length === 0 ? nothing : html`<p class="muted">${work.join(' · ')}</p>`}
        ${whyFound(found).map((why) => html`<p class="why">${why}</p>`)}
      </div>
    </li>`;
  }

  #nobody(): TemplateResult {
    const { text } = this;
    if (text === '')
      return emptyNotice(msg('Nobody'), msg('Nobody works there, as far as is known.'));
    if (this.asksGroup) {
      return html`<kantine-ask-group .about=${text}></kantine-ask-group>`;
    }
    return html`<div class="notice empty">
      <p class="title">${msg(str`Nobody has “${text}” in their profile.`)}</p>
      <button
        type="button"
        class="primary"
        @click=${() => {
          void loadMore();
          this.asksGroup = true;
        }}
      >
        ${msg('Ask it in a group')}
      </button>
    </div>`;
  }

  #ownWork(): TemplateResult {
    return html`<p class="muted own">
      ${msg('Department and place come from the list your administrators keep. Is yours missing?')}
      <button type="button" class="quiet" @click=${() => this.#open(undefined, 'edit')}>
        ${msg('Write it yourself')}
      </button>
    </p>`;
  }

  #card({ id, form }: NonNullable<typeof this.opened>): TemplateResult {
    return html`<section>
      <h2>${msg('Find a colleague')}</h2>
      <button type="button" class="quiet back" @click=${this.#back}>
        ${laterIcons.back}${msg('Back to the colleagues')}
      </button>
      <kantine-profile-card .person=${id} .form=${form}></kantine-profile-card>
    </section>`;
  }

  static override styles = [tokens, controls, noticeStyles, faceStyles, peopleFinderStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-people-finder': PeopleFinder;
  }
}
