import { limits } from '@kantine/core';
import type { GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { noticeStyles } from '../kit/notice.ts';
import type { GroupChange } from '../parts/group-change.ts';
import { panelStyles } from '../parts/message/panel.styles.ts';
import { errorLine, formEnd, formEndStyles } from './form-end.ts';

/**
 * Where who started a group gives it another name. Other stewards are told that it is theirs to do.
 * @fires kantine-settled once it has one: it stands elsewhere in a list then.
 */
export class GroupRename extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @state() private isTyping = false;
  @state() private name = '';
  /** Whether the reader may; undefined until they have asked. */
  @state() private mayRename: boolean | undefined;
  readonly #acting = new Acting<'ask' | 'rename'>(this);

  readonly #type = async (): Promise<void> => {
    const { community, group } = this;
    if (!community || !group) return;
    await this.#acting.run('ask', async () => {
      this.mayRename = await community.groups.mayRename({ group: group.id });
    });
    this.isTyping = this.mayRename === true;
    this.name = group.name;
    if (this.isTyping) this.focusOn('input');
  };

  readonly #cancel = (): void => {
    // What is on its way cannot be given up any more.
    if (this.#acting.isBusy) return;
    this.isTyping = false;
    this.#acting.clear();
    this.focusOn('button');
  };

  readonly #rename = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group, name } = this;
    if (!community || !group) return;
    await this.#acting.run('rename', async () => {
      const now = await community.groups.rename({ group: group.id, name });
      this.isTyping = false;
      const said = msg(str`“${group.name}” is called “${now.name}” now.`);
      this.emit<GroupChange>('kantine-settled', { said, group: group.id, now });
    });
  };

  protected override render(): TemplateResult {
    if (this.isTyping) return this.#form();
    return html`<button
        type="button"
        class="secondary"
        aria-disabled=${this.#acting.isBusy}
        @click=${this.#type}
      >
        ${msg('Rename the group…')}
      </button>
      <p class="muted" role="status">
        ${this.mayRename === false ? msg('Only who started this group can rename it.') : nothing}
      </p>
      ${errorLine(this.#acting)}`;
  }

  #form(): TemplateResult {
    const { error } = this.#acting;
    return html`<form class="panel" aria-label=${msg('Rename the group')} @submit=${this.#rename}>
      <label>
        ${msg('New name')}
        <input
          name="name"
          autocomplete="off"
          dir="auto"
          required
          maxlength=${limits.groupName}
          aria-invalid=${error === undefined ? nothing : 'true'}
          aria-describedby=${error === undefined ? 'formerly' : 'formerly error'}
          .value=${this.name}
          @input=${({ target }: InputEvent) => {
            this.name = (target as HTMLInputElement).value;
          }}
        />
      </label>
      <p id="formerly" class="muted">${msg('Members can still see what it was called before.')}</p>
      ${formEnd(this.#acting, {
        send: msg('Rename'),
        sending: msg('Renaming…'),
        cancel: this.#cancel,
      })}
    </form>`;
  }

  static override styles = [controls, noticeStyles, panelStyles, formEndStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-group-rename': GroupRename;
  }
}
