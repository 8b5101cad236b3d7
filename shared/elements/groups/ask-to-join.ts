import { limits } from '@kantine/core';
import type { GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/named.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { askToJoinStyles } from './ask-to-join.styles.ts';

/**
 * Asks the stewards of a closed group to let the reader in, or takes that back.
 * @fires kantine-settled once that is done, with what was done in words.
 */
export class AskToJoin extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @property({ attribute: false }) me: string | undefined;
  @state() private writing = false;
  /** The typed text stays until the host has it. */
  @state() private note = '';
  readonly #acting = new Acting(this);

  readonly #ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group, note } = this;
    if (!community || !group) return;
    const done = await this.#acting.run('ask', () =>
      community.groups.ask({ group: group.id, note }),
    );
    if (!done) return;
    this.writing = false;
    this.note = '';
    this.emit('kantine-settled', msg(str`You have asked to join “${group.name}”.`));
  };

  async #takeBack({ id }: GroupView): Promise<void> {
    const { community, me = '' } = this;
    if (!community) return;
    const done = await this.#acting.run('take back', () =>
      community.groups.endAsk({ group: id, by: me }),
    );
    if (done) this.emit('kantine-settled', msg('Your request has been taken back.'));
  }

  #write(): void {
    this.writing = true;
    this.focusOn('input');
  }

  #cancel(): void {
    this.writing = false;
    this.#acting.clear();
    this.focusOn('.ask');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (!group) return nothing;
    const { error } = this.#acting;
    return html`${this.#part(group)}
    ${
      error === undefined
        ? nothing
        : html`<div id="error">${errorNotice(formErrorText(error))}</div>`
    }`;
  }

  #part(group: GroupView): TemplateResult {
    if (group.asked) return this.#asked(group);
    if (this.writing) return this.#form(group);
    const text = msg('Ask to join');
    return html`<button
      type="button"
      class="secondary ask"
      aria-label=${named(text, group.name)}
      @click=${() => this.#write()}
    >
      ${text}
    </button>`;
  }

  #asked(group: GroupView): TemplateResult {
    const text = msg('Take back');
    return html`<p class="muted">
        ${msg('You have asked to join.')}
        ${group.asking === 'owners' ? msg('An owner of this site passes it on.') : nothing}
      </p>
      <button
        type="button"
        class="secondary"
        aria-label=${named(text, group.name)}
        aria-disabled=${this.#acting.isBusy}
        @click=${() => void this.#takeBack(group)}
      >
        ${text}
      </button>`;
  }

  #form(group: GroupView): TemplateResult {
    const { isBusy } = this.#acting;
    return html`<form @submit=${this.#ask} aria-label=${named(msg('Ask to join'), group.name)}>
      <label for="note">${msg('A line for its stewards (optional)')}</label>
      <input
        id="note"
        autocomplete="off"
        dir="auto"
        maxlength=${limits.askNote}
        aria-describedby=${this.#acting.error === undefined ? 'readers' : 'readers error'}
        .value=${this.note}
        @input=${({ target }: InputEvent) => {
          this.note = (target as HTMLInputElement).value;
        }}
      />
      <p id="readers" class="muted">
        ${
          group.asking === 'owners'
            ? msg(
                'An owner of this site passes it on when one comes by. Owners read it, and members of the group could.',
              )
            : msg('Its stewards read it, and nobody else.')
        }
      </p>
      <div class="buttons">
        <button type="button" class="quiet" @click=${() => this.#cancel()}>${msg('Cancel')}</button>
        <button type="submit" class="primary" aria-disabled=${isBusy}>
          ${isBusy ? msg('Asking…') : msg('Ask')}
        </button>
      </div>
    </form>`;
  }

  static override styles = [controls, noticeStyles, askToJoinStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-ask-to-join': AskToJoin;
  }
}
