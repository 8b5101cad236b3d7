import { limits } from '@kantine/core';
import type { GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { draftName } from '../kit/drafts.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/later-named.ts';
import { noticeStyles } from '../kit/notice.ts';
import { askToJoinStyles } from './ask-to-join.styles.ts';
import { lacking } from './loaded.ts';
import { errorLine, formEnd, formEndStyles } from './form-end.ts';
import type { GroupChange } from '../parts/group-change.ts';

/**
 * Asks the stewards of a closed group to let the reader in, or takes that back.
 * @fires kantine-settled once that is done.
 */
export class AskToJoin extends CommunityElement {
  @property({ attribute: false }) group: GroupView | undefined;
  @property({ attribute: false }) me: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  @state() private writing = false;
  readonly #acting = new Acting<'ask' | 'take back'>(this);
  /** The typed line stays until the host has it, and when the reader thinks about it once more. */
  readonly #draft = new Drafting<{ readonly note: string }>(this, {
    leave: () => this.#cancel(),
    isOpen: () => this.writing,
    empty: () => ({ note: '' }),
    accept: ({ note }) => (typeof note === 'string' ? { note } : undefined),
    name: () =>
      this.me === undefined || !this.group
        ? undefined
        : draftName(this.community?.site, this.me, 'ask', this.group.id),
    isEmpty: ({ note }) => note === '',
  });

  readonly #ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group } = this;
    if (!community || !group) return;
    const input = { group: group.id, note: this.#draft.fields.note };
    await this.#acting.run('ask', async () => {
      const now = await this.settling((options) => community.groups.ask(input, options));
      this.writing = false;
      this.#draft.clear();
      this.#settled(now, msg(str`You have asked to join “${group.name}”.`));
    });
  };

  async #takeBack(group: GroupView): Promise<void> {
    const { community, me = '' } = this;
    if (!community) return;
    const input = { group: group.id, by: me };
    await this.#acting.run('take back', async () => {
      await this.settling((options) => community.groups.endAsk(input, options));
      this.#settled(lacking(group, 'asked'), msg('Your request has been taken back.'));
    });
  }

  #settled(now: GroupView, said: string): void {
    this.emit<GroupChange>('kantine-settled', { said, group: now.id, now });
  }

  #write(): void {
    this.writing = true;
    this.focusOn('input');
  }

  #cancel(): void {
    // What is on its way cannot be given up any more.
    if (this.#acting.isBusy) return;
    this.writing = false;
    this.#acting.clear();
    this.focusOn('.ask');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (!group) return nothing;
    if (!group.asked && this.writing) return this.#form(group);
    return html`${group.asked ? this.#asked(group) : this.#offer(group)} ${errorLine(this.#acting)}`;
  }

  #offer(group: GroupView): TemplateResult {
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
        ${group.asking === 'owners' ? msg('An owner of this site will pass it on.') : nothing}
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
    return html`<form @submit=${this.#ask} aria-label=${named(msg('Ask to join'), group.name)}>
      <label for="note">${msg('A line for its stewards (optional)')}</label>
      <input
        id="note"
        autocomplete="off"
        dir="auto"
        maxlength=${limits.askNote}
        aria-describedby=${this.#acting.error === undefined ? 'readers' : 'readers error'}
        .value=${this.#draft.fields.note}
        @input=${({ target }: InputEvent) => {
          this.#draft.change({ note: (target as HTMLInputElement).value });
        }}
      />
      <p id="readers" class="muted">
        ${
          group.asking === 'owners'
            ? msg(
                'An owner of this site passes it on at their next visit. Owners read it, and members of the group could.',
              )
            : msg('Its stewards read it, and nobody else.')
        }
      </p>
      ${formEnd(this.#acting, {
        // To ask for something is another word than to ask a question, in German for one.
        send: msg('Ask', { id: 'askIn' }),
        sending: msg('Asking…'),
        cancel: () => this.#cancel(),
      })}
    </form>`;
  }

  static override styles = [controls, noticeStyles, formEndStyles, askToJoinStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-ask-to-join': AskToJoin;
  }
}
