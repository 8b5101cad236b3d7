import type { GroupRequest } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { accessBadge, accessBadgeStyles } from '../parts/access-badge.ts';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { named } from '../kit/later-named.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { groupItemStyles } from './group-item.styles.ts';
import type { RequestAnswer } from './loaded.ts';

/**
 * A group that somebody asks an owner of the site for; one press sets it up.
 * @fires kantine-request-answered once it was approved or declined.
 */
export class GroupRequestItem extends CommunityElement {
  @property({ attribute: false }) request: GroupRequest | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'approve' | 'decline'>(this);

  async #settle(how: 'approve' | 'decline'): Promise<void> {
    const { community, request } = this;
    if (!community || !request) return;
    const choice = { group: request.group, by: request.by.id };
    const done = await this.#acting.run(how, () =>
      this.settling((options) => community.groups[how](choice, options)),
    );
    if (!done) return;
    const { name } = request;
    this.emit<RequestAnswer>('kantine-request-answered', {
      said:
        how === 'approve'
          ? msg(str`“${name}” is set up.`)
          : msg(str`The request for “${name}” has been declined.`),
      request,
      how,
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { request } = this;
    const { busy, error } = this.#acting;
    if (!request) return nothing;
    const { name, purpose, access, by } = request;
    return html`<article aria-labelledby="name">
      <div class="about">
        <h4 id="name"><bdi>${name}</bdi></h4>
        ${accessBadge(access)} ${purpose === '' ? nothing : html`<p dir="auto">${purpose}</p>`}
        <p class="asker">
          ${msg('Asked for by')} <kantine-person-name .person=${by}></kantine-person-name>
        </p>
      </div>
      <div class="actions">
        <button
          type="button"
          class="primary"
          aria-label=${named(msg('Approve'), name)}
          aria-disabled=${busy !== undefined}
          @click=${() => void this.#settle('approve')}
        >
          ${busy === 'approve' ? msg('Setting it up…') : msg('Approve')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label=${named(msg('Decline'), name)}
          aria-disabled=${busy !== undefined}
          @click=${() => void this.#settle('decline')}
        >
          ${msg('Decline')}
        </button>
      </div>
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
    </article>`;
  }

  static override styles = [controls, noticeStyles, accessBadgeStyles, groupItemStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-request': GroupRequestItem;
  }
}
