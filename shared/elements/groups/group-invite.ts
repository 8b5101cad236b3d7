import type { GroupView, PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { noticeStyles } from '../kit/notice.ts';
import { errorLine } from './form-end.ts';
import { groupMembersStyles } from './group-members.styles.ts';

/** Where a steward of an open group asks colleagues in, who join if they like. */
export class GroupInvite extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @state() private chosen: readonly PersonSummary[] = [];
  @state() private confirmation = '';
  readonly #acting = new Acting<'invite'>(this);

  readonly #invite = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group, chosen } = this;
    if (!community || !group || chosen.length === 0) return;
    this.confirmation = '';
    const isDone = await this.#acting.run('invite', async () => {
      for (const { id } of chosen) {
        await community.groups.invite({ group: group.id, person: id, key: community.newKey() });
        this.chosen = this.chosen.filter((each) => each.id !== id);
      }
    });
    if (isDone) this.confirmation = msg('They are asked whether they want to join.');
  };

  protected override render(): TemplateResult {
    const { isBusy } = this.#acting;
    return html`<form @submit=${this.#invite}>
      <kantine-people-picker
        label=${msg('Ask colleagues to join')}
        .chosen=${this.chosen}
        @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
          this.chosen = detail;
        }}
      ></kantine-people-picker>
      <p class="muted">
        ${msg('They find it in their list of groups, with your name, and join if they like.')}
      </p>
      <button type="submit" class="secondary" aria-disabled=${isBusy || this.chosen.length === 0}>
        ${isBusy ? msg('Asking…') : msg('Ask them to join')}
      </button>
      <p role="status">${this.confirmation}</p>
      ${errorLine(this.#acting)}
    </form>`;
  }

  static override styles = [controls, noticeStyles, groupMembersStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-invite': GroupInvite;
  }
}
