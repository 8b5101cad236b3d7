import type { Community, GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import type { GroupChange } from '../parts/group-change.ts';
import { groupName } from '../parts/group-name.ts';
import { panelStyles } from '../parts/message/panel.styles.ts';
import { isReason, reasonForm } from '../parts/stewards/forms.ts';
import { moreStyles } from '../parts/stewards/more.styles.ts';

/**
 * Where a steward archives a group, or opens it again.
 * @fires kantine-settled once that is done: the group stands elsewhere in a list then.
 */
export class GroupArchive extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @state() private isAsking = false;
  @state() private reason = '';
  @state() private isShort = false;
  readonly #acting = new Acting<'turn'>(this);

  readonly #ask = (): void => {
    this.isAsking = true;
    this.reason = '';
    this.isShort = false;
    this.focusOn('input');
  };

  async #turn({ groups, stewards, newKey }: Community, { id, name, archived }: GroupView) {
    const { reason } = this;
    this.isShort = !archived && !isReason(reason);
    if (this.isShort) return this.focusOn('input');
    await this.#acting.run('turn', async () => {
      const act = { group: id, reason, key: newKey() };
      await (archived ? stewards.unarchive(act) : stewards.archive(act));
      const now = await groups.read({ group: id });
      const said = archived
        ? msg(str`“${name}” is open again.`)
        : msg(str`“${name}” is archived. It can be read as before.`);
      this.isAsking = false;
      this.emit<GroupChange>('kantine-settled', { said, group: id, now });
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { community, group } = this;
    if (!community || !group) return nothing;
    const { error } = this.#acting;
    return html`${error === undefined ? nothing : errorNotice(formErrorText(error))}
    ${this.isAsking ? this.#form(community, group) : this.#button(group)}`;
  }

  #button({ archived }: GroupView): TemplateResult {
    return html`<button type="button" class="secondary" @click=${this.#ask}>
      ${archived ? msg('Open the group again…') : msg('Archive the group…')}
    </button>`;
  }

  #form(community: Community, group: GroupView): TemplateResult {
    const words = group.archived
      ? {
          label: msg(str`Open ${groupName(group)} again`),
          field: msg('A note (optional)'),
          done: msg('Open again'),
        }
      : {
          label: msg(str`Archive ${groupName(group)}`),
          intro: msg('Nobody can write any more; the same people can read everything.'),
          field: msg('Why? At least three words, which readers see too'),
          done: msg('Archive'),
        };
    return reasonForm({
      ...words,
      busy: this.#acting.isBusy,
      reason: this.reason,
      isShort: this.isShort,
      typed: (reason) => (this.reason = reason),
      submit: () => void this.#turn(community, group),
      cancel: () => {
        this.isAsking = false;
        this.focusOn('button');
      },
    });
  }

  static override styles = [controls, noticeStyles, panelStyles, moreStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-archive': GroupArchive;
  }
}
