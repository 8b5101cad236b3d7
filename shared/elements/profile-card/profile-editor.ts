import { isKantineError, limits } from '@kantine/core';
import type { Audience, Profile, SavedProfile } from '@kantine/core';
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

/** Topics are typed with commas or lines between them. */
const splitTopics = (text: string): string[] => text.split(/[,;\n]/);

/** What was typed into each field; those that nobody touched are absent. */
type ProfileFields = Partial<Record<'about' | 'askMeAbout' | 'interests', string>>;

function acceptFields(stored: Readonly<Record<string, unknown>>): ProfileFields {
  const fields = ['about', 'askMeAbout', 'interests'].flatMap((name) =>
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
  @property({ attribute: false }) profile: Profile = { about: '', askMeAbout: [], interests: [] };
  @property({ attribute: false }) version: string | undefined;
  /** Where the draft is kept. */
  @property({ attribute: 'draft-name' }) draftName: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'save'>(this);
  /** Who reads profiles. */
  readonly #reading = new Asking<Audience>(this, {
    ask: ({ people }) => people.audience(),
    mayRefresh: () => false,
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
    const { about, askMeAbout, interests } = this.profile;
    return {
      about,
      askMeAbout: askMeAbout.join(', '),
      interests: interests.join(', '),
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
    const { about, askMeAbout, interests } = this.#fields;
    const edit = {
      about,
      askMeAbout: splitTopics(askMeAbout),
      interests: splitTopics(interests),
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
    this.#draft.clear();
    this.emit('kantine-cancel', undefined);
  }

  protected override render(): TemplateResult {
    const { about, askMeAbout, interests } = this.#fields;
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

  #topics(name: string, label: string, topics: string, example: string): TemplateResult {
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
    </label>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    audienceStyles,
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
