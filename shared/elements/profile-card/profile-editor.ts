// In one file, since the fields of a profile are one form.
import { isKantineError, limits, noProfile, profileLimits } from '@kantine/core';
import type { Audience, Profile, SavedProfile, WorkFacts } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { audienceLabel, audienceStyles } from '../parts/audience-label/audience-label.ts';
import { Acting } from '../kit/acting.ts';
import { Asking, unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { TopicSuggestions, topicStyles } from './topic-suggestions.ts';
import type { ListName } from './topic-suggestions.ts';

/** Topics are typed with commas or lines between them. */
const splitTopics = (text: string): string[] => text.split(/[,;\n]/);

/** What was typed into each field; those that nobody touched are absent. */
type ProfileFields = Partial<Record<keyof Profile, string>>;

const names = Object.keys(noProfile) as readonly (keyof Profile)[];
const lists = ['askMeAbout', 'interests', 'languages'] as const satisfies readonly ListName[];

function acceptFields(stored: Readonly<Record<string, unknown>>): ProfileFields {
  const fields = names.flatMap((name) =>
    typeof stored[name] === 'string' ? [[name, stored[name]] as const] : [],
  );
  return Object.fromEntries(fields);
}

/**
 * One's own profile as a form. Typed text stays until it is saved.
 * @fires kantine-saved with the stored profile, once the host confirmed it.
 * @fires kantine-stale when another window saved meanwhile.
 * @fires kantine-cancel when the person gives up.
 */
export class ProfileEditor extends CommunityElement {
  @property({ attribute: false }) profile: Profile = noProfile;
  @property({ attribute: false }) version: string | undefined;
  /** What others say of where the person works. */
  @property({ attribute: false }) facts: WorkFacts = {};
  /** Where the draft is kept. */
  @property({ attribute: 'draft-name' }) draftName: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'save'>(this);
  /** Who reads profiles. */
  readonly #reading = new Asking<Audience>(this, {
    ask: ({ people }) => people.audience(),
    mayRefresh: () => false,
  });
  readonly #suggestions = new TopicSuggestions(this, (name, text) => {
    this.#draft.change({ [name]: text });
    this.focusOn(`[name=${name}]`);
  });
  readonly #draft = new Drafting<ProfileFields>(this, {
    empty: () => ({}),
    accept: acceptFields,
    name: () => this.draftName,
    isEmpty: (fields) => Object.keys(fields).length === 0,
  });

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** What each field shows: what was typed into it, or else what is stored. */
  get #fields(): Required<ProfileFields> {
    const shown = names.map((name) => {
      const stored = this.profile[name];
      return [name, typeof stored === 'string' ? stored : stored.join(', ')] as const;
    });
    return {
      ...(Object.fromEntries(shown) as Required<ProfileFields>),
      ...this.#draft.fields,
    };
  }

  readonly #typed = ({ target }: InputEvent): void => {
    const { name, value } = target as HTMLInputElement;
    this.#draft.change({ [name]: value });
  };

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, version } = this;
    if (!community) return;
    const fields = this.#fields;
    const [askMeAbout, interests, languages] = lists.map((name) => splitTopics(fields[name]));
    const edit = {
      ...fields,
      askMeAbout: askMeAbout ?? [],
      interests: interests ?? [],
      languages: languages ?? [],
      ...(version === undefined ? {} : { version }),
    };
    const done = await this.#acting.run('save', async () => {
      const saved = await this.settling((options) => community.card.update(edit, options));
      this.#draft.clear();
      this.emit<SavedProfile>('kantine-saved', saved);
    });
    if (done) return;
    // The fields that nobody touched take up what is there now; what was typed stays.
    if (isKantineError(this.#acting.error, 'Conflict')) this.emit('kantine-stale', undefined);
    this.focusOn('[aria-invalid]');
  };

  #cancel(): void {
    // What is on its way cannot be given up any more.
    if (this.#acting.isBusy) return;
    this.#draft.clear();
    this.emit('kantine-cancel', undefined);
  }

  protected override render(): TemplateResult {
    const { about, askMeAbout, interests, languages, works, since } = this.#fields;
    const { error, isBusy } = this.#acting;
    return html`<form
      @submit=${this.#save}
      @input=${this.#typed}
      aria-label=${msg('Edit my profile')}
    >
      ${
        this.#reading.answer
          ? html`<div class="muted">${audienceLabel(this.#reading.answer)}</div>`
          : nothing
      }
      <label>
        ${msg('About me')}
        <textarea
          name="about"
          rows="3"
          aria-describedby="readers"
          dir="auto"
          aria-invalid=${this.#invalid('about')}
          .value=${about}
        ></textarea>
      </label>
      ${this.#topics('askMeAbout', msg('Ask me about'), askMeAbout, msg('ERP, welding, Limburg'))}
      ${this.#topics('interests', msg('Interests'), interests, msg('cycling, chess, baking'))}
      ${this.#topics('languages', msg('Languages'), languages, msg('Dutch, English, a little Polish'))}
      ${this.#line('works', msg('How I like to work'), works, msg('mornings, by chat first'))}
      ${this.#line('since', msg('Here since (year)'), since, '2019')}
      ${this.#where('department', msg('Department'))} ${this.#where('place', msg('Place'))}
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      <div class="buttons">
        <button type="button" class="quiet" @click=${() => this.#cancel()}>${msg('Cancel')}</button>
        <button type="submit" class="primary" aria-disabled=${isBusy}>
          ${isBusy ? msg('Saving…') : msg('Save')}
        </button>
      </div>
    </form>`;
  }

  /** Marks the field that was refused. */
  #invalid(field: string): 'true' | typeof nothing {
    const { error } = this.#acting;
    return isKantineError(error, 'Invalid') && error.data.field === field ? 'true' : nothing;
  }

  #topics(name: ListName, label: string, topics: string, example: string): TemplateResult {
    return html`<label>
        ${label}
        <input
          name=${name}
          dir="auto"
          aria-invalid=${this.#invalid(name)}
          autocomplete="off"
          placeholder=${example}
          maxlength=${limits.profileTags * (limits.profileTag + 2)}
          .value=${topics}
        />
      </label>
      ${this.#suggestions.render(name, label, topics, this.#draft.fields[name] === undefined)}`;
  }

  #line(
    name: 'works' | 'since' | 'department' | 'place',
    label: string,
    text: string,
    example = '',
  ): TemplateResult {
    return html`<label>
      ${label}
      <input
        name=${name}
        dir="auto"
        aria-invalid=${this.#invalid(name)}
        autocomplete="off"
        placeholder=${example}
        maxlength=${profileLimits[name]}
        .value=${text}
      />
    </label>`;
  }

  /** Where the directory or the owners' list says it, nobody writes it themselves: it would be shown nowhere. */
  #where(name: 'department' | 'place', label: string): TemplateResult {
    const fact = this.facts[name];
    if (!fact || fact.by === 'self') return this.#line(name, label, this.#fields[name]);
    const from =
      fact.by === 'host' ? msg('from the directory') : msg('from the list that the owners keep');
    return html`<p class="told">
      <b>${label}</b> <bdi>${fact.text}</bdi> <span class="muted">${from}</span>
    </p>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    audienceStyles,
    topicStyles,
    css`
      :host {
        display: block;
      }

      form {
        display: grid;
        gap: 0.75rem;
        padding: 1rem;
      }

      label {
        display: grid;
        font-size: 0.875rem;
        font-weight: 600;
        gap: 0.25rem;
      }

      label > * {
        font-weight: 400;
      }

      .told {
        font-size: 0.875rem;
      }

      .buttons {
        display: flex;
        gap: 0.5rem;
        justify-content: end;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-profile-editor': ProfileEditor;
  }
}
