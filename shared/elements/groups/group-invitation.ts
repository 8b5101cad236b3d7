import type { CallOptions, Community, GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/later-named.ts';
import { noticeStyles } from '../kit/notice.ts';
import type { GroupChange } from '../parts/group-change.ts';
import { groupInvitationStyles } from './group-invitation.styles.ts';
import { errorLine } from './form-end.ts';
import { lacking } from './loaded.ts';

type Write = (groups: Community['groups'], options: CallOptions) => Promise<GroupView | undefined>;

/**
 * Says who asked the reader into a group, and takes their answer.
 * @fires kantine-settled once they answered.
 */
export class GroupInvitation extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'answer'>(this);

  async #answer(said: string, write: Write): Promise<void> {
    const { community, group } = this;
    if (!community || !group) return;
    await this.#acting.run('answer', async () => {
      const now = await this.settling((options) => write(community.groups, options));
      this.emit<GroupChange>('kantine-settled', { said, group: group.id, now });
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (!group?.invited) return nothing;
    const name = group.invited.by.name || msg('Former colleague');
    const isIn = group.access !== 'open';
    return html`<div role="group" aria-label=${msg('Invitation')}>
      <p>
        ${isIn ? msg(str`${name} asked you in.`) : msg(str`${name} asks whether you want to join.`)}
      </p>
      ${isIn ? this.#stayOrLeave(group) : this.#joinOrNot(group)} ${errorLine(this.#acting)}
    </div>`;
  }

  #stayOrLeave(group: GroupView): TemplateResult {
    const { id, name } = group;
    const isAsked = group.leaving === 'asked';
    const stay = this.#button(
      msg('Stay'),
      msg(str`You stay in “${name}”.`),
      async (groups, options) => {
        await groups.answerInvitation({ group: id }, options);
        return lacking(group, 'invited');
      },
    );
    const leave = this.#button(
      isAsked ? msg('Ask a steward to take me out') : msg('Leave quietly'),
      isAsked
        ? msg(
            str`A steward has been asked to take you out of “${name}”. It is folded away for you.`,
          )
        : msg(str`You have left “${name}”.`),
      (groups, options) => groups.leave({ group: id }, options),
    );
    return html`${stay} ${leave}`;
  }

  /** Nobody is told who would rather not. */
  #joinOrNot(group: GroupView): TemplateResult {
    const { id, name } = group;
    const join = this.#button(
      msg('Join'),
      msg(str`You are in “${name}” now.`),
      async (groups, options) => {
        const now = await groups.join({ group: id }, options);
        // Who leaves one day is not asked by the same invitation again.
        await groups.answerInvitation({ group: id }, options);
        return now;
      },
    );
    const not = this.#button(
      msg('Not now'),
      msg(str`You will no longer be asked to join “${name}”. Nobody is told.`),
      async (groups, options) => {
        await groups.answerInvitation({ group: id }, options);
        return lacking(group, 'invited');
      },
    );
    return html`${join} ${not}`;
  }

  #button(text: string, said: string, write: Write): TemplateResult {
    return html`<button
      type="button"
      class="secondary"
      aria-label=${named(text, this.group?.name ?? '')}
      aria-disabled=${this.#acting.isBusy}
      @click=${() => void this.#answer(said, write)}
    >
      ${text}
    </button>`;
  }

  static override styles = [controls, noticeStyles, groupInvitationStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-invitation': GroupInvitation;
  }
}
