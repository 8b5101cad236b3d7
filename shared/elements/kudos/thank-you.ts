import type { KudosBudget, PersonSummary, ThankYou } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { errorText } from '../kit/error-text.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { named } from '../kit/later-named.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { listOf } from '../locale/list.ts';
import { timeElement } from '../kit/time-element.ts';
import { momentText } from '../locale/moment.ts';
import { isolated, withNames } from '../parts/audience-label/isolated.ts';
import { groupName } from '../parts/group-name.ts';
import { thankYouStyles } from './thank-you.styles.ts';
import { valueName, valueSign } from './values.ts';

/** A thank-you that was taken back. */
export interface Withdrawn {
  readonly thankYou: ThankYou;
  /** What is left of the week's allowance now. */
  readonly budget: KudosBudget;
}

/** A thank-you that its recipient keeps to themselves from now on, or no more. */
export interface Kept {
  readonly thankYou: ThankYou;
  readonly isKept: boolean;
}

/**
 * One thank-you of the feed; its giver can withdraw it, who it thanks can keep it to themselves.
 * @fires kantine-withdrawn with what was withdrawn, once the host confirmed it.
 * @fires kantine-kept with what is kept or shown again, once the host confirmed it.
 */
export class ThankYouItem extends CommunityElement {
  @property({ attribute: false }) thankYou: ThankYou | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  @state() private asking = false;
  @query('.withdraw') private opener!: HTMLElement | null;
  readonly #acting = new Acting<'withdraw' | 'keep'>(this);
  readonly #moment = new MomentController(this, () => this.thankYou?.created);

  readonly #withdraw = async (): Promise<void> => {
    const { community, thankYou } = this;
    if (!community || !thankYou) return;
    const { id } = thankYou;
    await this.#acting.run('withdraw', async () => {
      const budget = await this.settling((options) =>
        community.kudos.withdraw({ id, ...where(thankYou) }, options),
      );
      this.emit<Withdrawn>('kantine-withdrawn', { thankYou, budget });
    });
  };

  readonly #keep = async (): Promise<void> => {
    const { community, thankYou } = this;
    if (!community || !thankYou) return;
    const { giver, id } = thankYou;
    const isKept = !thankYou.isKept;
    await this.#acting.run('keep', async () => {
      const input = { giver: giver.id, id, kept: isKept, ...where(thankYou) };
      await this.settling((options) => community.thanks.keepKudos(input, options));
      this.emit<Kept>('kantine-kept', { thankYou, isKept });
    });
  };

  readonly #toggle = (): void => {
    this.asking = !this.asking;
    this.#acting.clear();
    void this.updateComplete.then(() => {
      const first = this.renderRoot.querySelector<HTMLElement>('.panel button');
      (first ?? this.opener)?.focus();
    });
  };

  protected override render(): TemplateResult | typeof nothing {
    if (!this.thankYou) return nothing;
    const { giver, recipients, value, reason, created, mine, forMe, isKept, group } = this.thankYou;
    return html`<p class="value">
        <span class="sign" aria-hidden="true">${valueSign(value)}</span>${valueName(value)}
      </p>
      <div class="recipients">
        ${recipients.map(
          (person) =>
            html`<span class="recipient">
              <kantine-avatar .person=${person}></kantine-avatar
              ><kantine-person-name .person=${person}></kantine-person-name>
            </span>`,
        )}
      </div>
      <blockquote dir="auto">${reason}</blockquote>
      <div class="from">
        <span>${msg('from')}</span>
        <kantine-person-name .person=${giver}></kantine-person-name>
        ${timeElement(created, momentText(created, this.#moment.now))}
        ${mine ? this.#withdrawal() : nothing} ${forMe ? this.#keeping(giver, isKept) : nothing}
      </div>
      ${
        isKept
          ? html`<p class="muted kept">
              ${withNames(msg(str`Only you and ${nameIn(giver)} see this.`))}
            </p>`
          : group
            ? html`<p class="muted kept">
                ${laterIcons.eye}<span
                  >${withNames(msg(str`Only those who read ${isolated(groupName(group))} see this.`))}</span
                >
              </p>`
            : nothing
      }
      ${this.asking ? this.#question() : nothing}
      ${this.#acting.error === undefined ? nothing : errorNotice(errorText(this.#acting.error))}`;
  }

  #keeping(giver: PersonSummary, isKept: true | undefined): TemplateResult {
    const label = isKept ? msg('Show it to others again') : msg('Keep it between us');
    return html`<button
      type="button"
      class="quiet keep"
      aria-label=${named(label, msg(str`thanks from ${nameIn(giver)}`))}
      aria-disabled=${this.#acting.isBusy}
      @click=${this.#keep}
    >
      ${label}
    </button>`;
  }

  #names(): string {
    return listOf(
      this.thankYou?.recipients.map(({ name }) => name || msg('Former colleague')) ?? [],
    );
  }

  #withdrawal(): TemplateResult {
    return html`<button
      type="button"
      class="quiet withdraw"
      aria-label=${msg(str`Withdraw your thanks to ${this.#names()}`)}
      aria-expanded=${this.asking}
      @click=${this.#toggle}
    >
      ${msg('Withdraw')}
    </button>`;
  }

  #question(): TemplateResult {
    return html`<div class="panel" role="group" aria-label=${msg('Withdraw these thanks')}>
      <p>${msg('Withdraw these thanks? Nobody will see them any more.')}</p>
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.#toggle}>${msg('Keep them')}</button>
        <button
          type="button"
          class="danger"
          aria-disabled=${this.#acting.isBusy}
          @click=${this.#withdraw}
        >
          ${this.#acting.isBusy ? msg('Withdrawing…') : msg('Withdraw')}
        </button>
      </div>
    </div>`;
  }

  static override styles = [controls, noticeStyles, thankYouStyles];
}

/** The group that reads it, for the calls about it. */
const where = ({ group }: ThankYou): { readonly group?: string } =>
  group ? { group: group.id } : {};

const nameIn = ({ name }: PersonSummary): string => isolated(name || msg('Former colleague'));

declare global {
  interface HTMLElementTagNameMap {
    'kantine-thank-you': ThankYouItem;
  }
}
