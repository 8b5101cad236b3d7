import type { ThankYou } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { MomentController } from '../internal/moment-controller.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { listOf } from '../locale/list.ts';
import { fullMomentText, momentText } from '../locale/moment.ts';
import { thankYouStyles } from './thank-you.styles.ts';
import { valueName, valueSign } from './values.ts';

/**
 * One thank-you of the feed; its giver can withdraw it.
 * @fires kantine-withdrawn with its id, once the host confirmed it.
 */
export class ThankYouItem extends KantineElement {
  @property({ attribute: false }) thankYou: ThankYou | undefined;
  @state() private asking = false;
  @state() private busy = false;
  @state() private error: unknown;
  @query('.withdraw') private opener!: HTMLElement | null;
  readonly #moment = new MomentController(this, () => this.thankYou?.created);

  readonly #withdraw = async (): Promise<void> => {
    const { community, thankYou, busy } = this;
    if (!community || !thankYou || busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await community.kudos.withdraw({ id: thankYou.id });
      this.emit('kantine-withdrawn', thankYou.id);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };

  readonly #toggle = (): void => {
    this.asking = !this.asking;
    this.error = undefined;
    void this.updateComplete.then(() => {
      const first = this.renderRoot.querySelector<HTMLElement>('.panel button');
      (first ?? this.opener)?.focus();
    });
  };

  protected override render(): TemplateResult | typeof nothing {
    if (!this.thankYou) return nothing;
    const { giver, recipients, value, reason, created, mine } = this.thankYou;
    return html`<p class="value">
        <span class="sign" aria-hidden="true">${valueSign[value]}</span>${valueName(value)}
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
        <time datetime=${new Date(created).toISOString()} title=${fullMomentText(created)}
          >${momentText(created, this.#moment.now)}</time
        >
        ${mine ? this.#withdrawal() : nothing}
      </div>
      ${this.asking ? this.#question() : nothing}
      ${this.error === undefined ? nothing : errorNotice(errorText(this.error))}`;
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
        <button type="button" class="danger" aria-disabled=${this.busy} @click=${this.#withdraw}>
          ${this.busy ? msg('Withdrawing…') : msg('Withdraw')}
        </button>
      </div>
    </div>`;
  }

  static override styles = [controls, noticeStyles, thankYouStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-thank-you': ThankYouItem;
  }
}
