import type { CallOptions, Community, GroupAsk, GroupMember, GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { groupMembersStyles, groupWishesStyles } from './group-members.styles.ts';

/** A steward's answer to somebody who asks to be let in. */
export interface WishAnswer {
  /** What was done, in words. */
  readonly said: string;
  readonly wish: GroupAsk;
  /** The one who asked, where they are in now. */
  readonly member: GroupMember | undefined;
}

/**
 * Who asks to be let into a closed group; its stewards let them in, or not now.
 * @fires kantine-wish-answered once one is answered.
 */
export class GroupWishes extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @property({ attribute: false }) wishes: readonly GroupAsk[] = [];
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'answer'>(this);

  async #answer(
    wish: GroupAsk,
    said: string,
    write: (groups: Community['groups'], options: CallOptions) => Promise<GroupMember | undefined>,
  ): Promise<void> {
    const { community } = this;
    if (!community) return;
    await this.#acting.run('answer', async () => {
      const member = await this.settling((options) => write(community.groups, options));
      this.emit<WishAnswer>('kantine-wish-answered', { said, wish, member });
    });
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

  #wish(wish: GroupAsk): TemplateResult {
    const { by, note, passedOnBy } = wish;
    const group = this.group?.id ?? '';
    const { name } = by;
    const letIn = () =>
      this.#answer(wish, msg(str`${name} is in now.`), (groups, options) =>
        groups.admit({ group, person: by.id, role: 'member' }, options),
      );
    const notNow = () =>
      this.#answer(
        wish,
        msg(str`${name} was not let in, and may ask again.`),
        async (groups, options) => {
          await groups.endAsk({ group, by: by.id }, options);
          return undefined;
        },
      );
    const passer = passedOnBy && (passedOnBy.name || msg('Former colleague'));
    return html`<kantine-person-name .person=${by}></kantine-person-name>
      <span class="choices">
        ${this.#button(msg('Let in'), name, letIn)} ${this.#button(msg('Not now'), name, notNow)}
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
