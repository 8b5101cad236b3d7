import { isKantineError, limits } from '@kantine/core';
import type { Profile } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';

/** Topics are typed with commas or lines between them. */
const splitTopics = (text: string): string[] => text.split(/[,;\n]/);

/**
 * One's own profile as a form. What was typed stays until it is saved.
 * @fires kantine-saved once the host confirmed it.
 * @fires kantine-stale when another window saved meanwhile.
 * @fires kantine-cancel when the person gives up.
 */
export class ProfileEditor extends KantineElement {
  @property({ attribute: false }) profile: Profile = { about: '', askMeAbout: [], interests: [] };
  @property({ attribute: false }) version: string | undefined;
  @state() private saving = false;
  @state() private error: unknown;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, version } = this;
    if (!community || this.saving) return;
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    this.saving = true;
    this.error = undefined;
    try {
      await community.card.update({
        about: text('about'),
        askMeAbout: splitTopics(text('askMeAbout')),
        interests: splitTopics(text('interests')),
        ...(version === undefined ? {} : { version }),
      });
      this.emit('kantine-saved', undefined);
    } catch (error) {
      this.error = error;
      // The fields that nobody touched take up what is there now; what was typed stays.
      if (isKantineError(error, 'Conflict')) this.emit('kantine-stale', undefined);
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus(),
      );
    } finally {
      this.saving = false;
    }
  };

  protected override render(): TemplateResult {
    const { about, askMeAbout, interests } = this.profile;
    return html`<form @submit=${this.#save} aria-label=${msg('Edit my profile')}>
      <label>
        ${msg('About me')}
        <textarea
          name="about"
          rows="3"
          dir="auto"
          aria-invalid=${this.#invalid('about')}
          .defaultValue=${about}
        ></textarea>
      </label>
      ${this.#topics('askMeAbout', msg('Ask me about'), askMeAbout, msg('ERP, welding, Limburg'))}
      ${this.#topics('interests', msg('Interests'), interests, msg('cycling, chess, baking'))}
      <p class="muted">
        ${msg('Everybody in the company can read this, and so can administrators.')}
      </p>
      ${this.error === undefined ? nothing : errorNotice(errorText(this.error))}
      <div class="buttons">
        <button type="button" class="quiet" @click=${() => this.emit('kantine-cancel', undefined)}>
          ${msg('Cancel')}
        </button>
        <button type="submit" class="primary" aria-disabled=${this.saving}>
          ${this.saving ? msg('Saving…') : msg('Save')}
        </button>
      </div>
    </form>`;
  }

  /** Marks the field that was refused. */
  #invalid(field: string): 'true' | typeof nothing {
    return isKantineError(this.error, 'Invalid') && this.error.data.field === field
      ? 'true'
      : nothing;
  }

  #topics(name: string, label: string, topics: readonly string[], example: string): TemplateResult {
    return html`<label>
      ${label}
      <input
        name=${name}
        dir="auto"
        aria-invalid=${this.#invalid(name)}
        autocomplete="off"
        placeholder=${example}
        maxlength=${limits.profileTags * (limits.profileTag + 2)}
        .defaultValue=${topics.join(', ')}
      />
    </label>`;
  }

  static override styles = [
    controls,
    noticeStyles,
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
