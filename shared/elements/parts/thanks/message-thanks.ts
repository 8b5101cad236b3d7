/** Thanks for a message, behind its "More": given with one tap; for who wrote it, kept to themselves with another. */
import type { MessageThanks as Thanks } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../../kit/acting.ts';
import * as laterIcons from '../../kit/later-icons.ts';
import type { KantineElement } from '../../kit/kantine-element.ts';
import { addStyles } from '../../kit/later-styles.ts';
import { againNotice } from '../../kit/notice.ts';
import { isolated, withNames } from '../audience-label/isolated.ts';
import type { MessageActions, MessageTarget } from '../message/surroundings.ts';
import { thanksStyles } from './thanks.styles.ts';
import { keptText, numberOfThanks, whoThanked } from './thanks-words.ts';

interface ThanksHost extends KantineElement {
  readonly actions: MessageActions | undefined;
  readonly canWrite: boolean;
}

export class MessageThanks {
  readonly #host: ThanksHost;
  readonly #target: MessageTarget;
  readonly #acting: Acting<'thanks'>;
  /** Undefined until it is known. */
  #thanks: Thanks | undefined;
  #said = '';

  constructor(host: ThanksHost, target: MessageTarget) {
    this.#host = host;
    this.#target = target;
    this.#acting = new Acting(host);
    addStyles(host, thanksStyles);
  }

  /** Asks who thanked; nothing is shown where that cannot be told. */
  async begin(): Promise<void> {
    const writing = await this.#host.actions?.writing().catch(() => undefined);
    this.#thanks = await writing?.thanksFor(this.#target).catch(() => undefined);
    this.#host.requestUpdate();
  }

  readonly #thank = (): Promise<boolean> =>
    this.#acting.run('thanks', async () => {
      const before = this.#thanks;
      if (!before) return;
      const isMine = !before.isMine;
      const writing = await this.#host.actions?.writing();
      await writing?.thank(this.#target, isMine);
      this.#thanks = { ...before, isMine };
      const name = isolated(before.to.name);
      this.#said = isMine
        ? msg(str`Thank you! ${name} finds it under “For you”.`)
        : msg('Your thanks have been withdrawn.');
    });

  readonly #keep = (): Promise<boolean> =>
    this.#acting.run('thanks', async () => {
      const before = this.#thanks;
      if (!before) return;
      const { isKept, ...shown } = before;
      const writing = await this.#host.actions?.writing();
      await writing?.keepThanks(this.#target, !isKept);
      this.#thanks = isKept ? shown : { ...shown, isKept: true };
      this.#said = keptText(!isKept, before.holdsBack);
    });

  render(): TemplateResult | typeof nothing {
    const thanks = this.#thanks;
    if (!thanks) return nothing;
    const { error, repeat } = this.#acting;
    const isMine = thanks.number !== undefined;
    const hasAny = isMine ? thanks.number > 0 : thanks.mayThank || thanks.people.length > 0;
    if (!hasAny) return nothing;
    return html`<div class="thanks">
      ${isMine ? this.#forMe(thanks) : this.#forOther(thanks)}
      <div role="status">${withNames(this.#said)}</div>
      ${error === undefined ? nothing : againNotice(error, repeat)}
    </div>`;
  }

  #forOther(thanks: Thanks): TemplateResult {
    const { to, isMine, mayThank } = thanks;
    const name = isolated(to.name);
    const who = whoThanked(thanks);
    return html`${
      mayThank && this.#host.canWrite
        ? html`<button
              type="button"
              class="secondary thank"
              aria-disabled=${this.#acting.isBusy}
              aria-describedby=${isMine ? nothing : 'thanks-read-by'}
              @click=${this.#thank}
            >
              ${laterIcons.heart}
              <span
                >${
                  isMine ? msg('Withdraw my thanks') : withNames(msg(str`Thank ${name} for this`))
                }</span
              >
            </button>
            ${
              isMine
                ? nothing
                : html`<p id="thanks-read-by" class="muted">
                    ${msg('Everyone who reads this group can see it. It takes none of your kudos.')}
                  </p>`
            }`
        : nothing
    }
    ${who === '' ? nothing : html`<p class="muted">${withNames(who)}</p>`}`;
  }

  #forMe(thanks: Thanks): TemplateResult {
    return html`<p>${withNames(whoThanked(thanks))} ${numberOfThanks(thanks)}</p>
      <button
        type="button"
        class="secondary keep"
        aria-disabled=${this.#acting.isBusy}
        @click=${this.#keep}
      >
        ${thanks.isKept ? msg('Show it to others again') : msg('Keep it between us')}
      </button>`;
  }
}
