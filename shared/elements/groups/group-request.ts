import type { GroupRequest } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { accessBadge, accessBadgeStyles } from '../internal/access-badge.ts';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { named } from '../internal/named.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { groupItemStyles } from './group-item.styles.ts';

/**
 * A group that somebody asks an owner of the site for; one press sets it up.
 * @fires kantine-settled once it was approved or declined, with what was done in words.
 */
export class GroupRequestItem extends KantineElement {
  @property({ attribute: false }) request: GroupRequest | undefined;
  @state() private busy: 'approve' | 'decline' | undefined;
  @state() private error: unknown;

  async #settle(how: 'approve' | 'decline'): Promise<void> {
    const { community, request } = this;
    if (!community || !request || this.busy) return;
    const choice = { group: request.group, by: request.by.id };
    this.busy = how;
    this.error = undefined;
    try {
      await (how === 'approve'
        ? community.groups.approve(choice)
        : community.groups.decline(choice));
      const { name } = request;
      this.emit(
        'kantine-settled',
        how === 'approve'
          ? msg(str`“${name}” is set up.`)
          : msg(str`The request for “${name}” has been declined.`),
      );
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { request, busy } = this;
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
      ${this.error === undefined ? nothing : errorNotice(errorText(this.error))}
    </article>`;
  }

  static override styles = [controls, noticeStyles, accessBadgeStyles, groupItemStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-request': GroupRequestItem;
  }
}
