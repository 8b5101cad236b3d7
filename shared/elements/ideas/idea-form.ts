import { isVisible } from '@kantine/core';
import type { Audience, IdeaView, PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking, unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { draftName } from '../kit/drafts.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { formStyles } from '../kit/form-styles.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { audienceLabel, audienceStyles } from '../parts/audience-label/audience-label.ts';
import { WideningQuestion } from '../parts/composer/widening.ts';
import { acceptIdea, emptyIdea, isEmptyIdea, textOf } from './idea-draft.ts';
import type { IdeaDraft } from './idea-draft.ts';

/** In UTF-16 units; the three together are far below what a message may have. */
const longestPart = 2_000;

/**
 * Puts an idea forward; half of one is welcome. Everything stays filled in until the host has confirmed it.
 * @fires kantine-put with the idea, once it is.
 * @fires kantine-cancel when the person gives up.
 */
export class IdeaForm extends CommunityElement {
  @property({ attribute: false }) me: PersonSummary | undefined;
  @property() group: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'put'>(this);
  readonly #readers = new Asking<Audience>(this, {
    args: () => [this.group],
    ask: ({ wall }) =>
      this.group === undefined ? undefined : wall.audience({ group: this.group }),
  });
  readonly #draft = new Drafting<IdeaDraft>(this, {
    leave: () => this.#cancel(),
    empty: () => emptyIdea,
    accept: acceptIdea,
    name: () => this.me && draftName(this.community?.site, this.me.id, 'idea', this.group),
    isEmpty: isEmptyIdea,
  });
  readonly #widening = new WideningQuestion(this, {
    audience: () => this.#readers.answer,
    isEmpty: () => isEmptyIdea(this.#draft.fields),
  });

  protected override firstUpdated(): void {
    this.focusOn('textarea');
  }

  get #isMissing(): boolean {
    return !isVisible(this.#draft.fields.what);
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group } = this;
    if (!community || group === undefined) return;
    if (this.#isMissing) return this.focusOn('textarea');
    if (!this.#widening.maySend()) return this.focusOn('.look');
    const { fields, key } = this.#draft;
    const input = { group, text: textOf(fields), unsure: fields.unsure, key };
    await this.#acting.run('put', async () => {
      const idea = await this.settling((options) => community.ideas.putForward(input, options));
      this.#draft.clear();
      this.emit<IdeaView>('kantine-put', idea);
    });
  };

  /** What is typed stays for another time. */
  readonly #cancel = (): void => {
    // What is on its way cannot be given up any more.
    if (this.#acting.isBusy) return;
    this.emit('kantine-cancel', undefined);
  };

  protected override render(): TemplateResult {
    const { fields } = this.#draft;
    const { error, isBusy } = this.#acting;
    const { answer } = this.#readers;
    return html`<form aria-label=${msg('Put an idea forward')} @submit=${this.#submit}>
      ${answer ? html`<div class="muted">${audienceLabel(answer)}</div>` : nothing}
      ${this.#part('what', msg('What if…'), msg('we baked the Sunday bread on Saturday evening?'))}
      ${this.#part('whom', msg('Who would it help?'), msg('The early shift, and people who buy late.'))}
      ${this.#part('first', msg('What would we try first?'), msg('One oven, for two weeks.'))}
      <label class="check">
        <input
          type="checkbox"
          .checked=${fields.unsure}
          @change=${({ target }: Event) => {
            this.#draft.change({ unsure: (target as HTMLInputElement).checked });
          }}
        />
        ${msg('I have half an idea')}
      </label>
      <p class="muted">${msg('Only the first line is needed. Colleagues help with the rest.')}</p>
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      ${this.#widening.render(msg('Put it forward'))}
      <div class="buttons" ?hidden=${this.#widening.isOpen}>
        <button type="button" class="quiet" @click=${this.#cancel}>${msg('Cancel')}</button>
        <button type="submit" class="primary" aria-disabled=${isBusy || this.#isMissing}>
          ${isBusy ? msg('Sending…') : msg('Put it forward')}
        </button>
      </div>
    </form>`;
  }

  #part(name: 'what' | 'whom' | 'first', label: string, placeholder: string): TemplateResult {
    return html`<label>
      ${label}
      <textarea
        rows="1"
        dir="auto"
        maxlength=${longestPart}
        placeholder=${placeholder}
        aria-describedby="readers"
        .value=${this.#draft.fields[name]}
        @input=${({ target }: InputEvent) => {
          this.#draft.change({ [name]: (target as HTMLTextAreaElement).value });
        }}
      ></textarea>
    </label>`;
  }

  static override styles = [controls, noticeStyles, audienceStyles, formStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-idea-form': IdeaForm;
  }
}
