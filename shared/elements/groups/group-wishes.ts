import type { GroupAsk, GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/named.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { groupMembersStyles, groupWishesStyles } from './group-members.styles.ts';

/**
 * Who asks to be let into a closed group; its stewards let them in, or not now.
 * @fires kantine-answered once one is answered, with what was done in words.
 */
export class GroupWishes extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @property({ attribute: false }) wishes: readonly GroupAsk[] = [];
  readonly #acting = new Acting(this);

  async #answer(work: () => Promise<void> | undefined, done: string): Promise<void> {
    if (await this.#acting.run('answer', work)) this.emit('kantine-answered', done);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { error } = this.#acting;
    if (this.wishes.length === 0) return nothing;
    return html`<h5 id="wishes">${msg('Ask to be let in')}</h5>
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      <ul class="plain" aria-labelledby="wishes">
        ${repeat(
          this.wishes,
          ({ by }) => by.id,
          (wish) => html`<li>${this.#wish(wish)}</li>`,
        )}
      </ul>`;
  }

  #wish({ by, note, passedOnBy }: GroupAsk): TemplateResult {
    const group = this.group?.id ?? '';
    const { name } = by;
    const letIn = () => this.community?.groups.admit({ group, person: by.id, role: 'member' });
    const end = () => this.community?.groups.endAsk({ group, by: by.id });
    const passer = passedOnBy && (passedOnBy.name || msg('Former colleague'));
    return html`<kantine-person-name .person=${by}></kantine-person-name>
      <span class="choices">
        ${this.#button(msg('Let in'), name, () =>
          this.#answer(letIn, msg(str`${name} is in now.`)),
        )}
        ${this.#button(msg('Not now'), name, () =>
          this.#answer(end, msg(str`${name} is not let in now, and may ask again.`)),
        )}
      </span>
      ${note === '' ? nothing : html`<p class="note" dir="auto">${note}</p>`}
      ${
        passer === undefined
          ? nothing
          : html`<p class="note muted">${msg(str`Passed on by ${passer}`)}</p>`
      }`;
  }

  #button(text: string, name: string, run: () => Promise<void>): TemplateResult {
    return html`<button
      type="button"
      class="quiet"
      aria-label=${named(text, name)}
      aria-disabled=${this.#acting.isBusy}
      @click=${() => void run()}
    >
      ${text}
    </button>`;
  }

  static override styles = [controls, noticeStyles, groupMembersStyles, groupWishesStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-wishes': GroupWishes;
  }
}
