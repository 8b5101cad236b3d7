/** What somebody was thanked for lately: on their full card, as far as the reader may read it. No number of it. */
import type { PersonCard, ReceivedBy, ThankYou } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Asking } from '../kit/asking.ts';
import type { AskingHost } from '../kit/asking.ts';
import { groupName } from '../parts/group-name.ts';
import { moreThanks } from '../parts/thanks/thanks-words.ts';

export class ThanksLately {
  readonly #asking: Asking<ReceivedBy>;

  /** @param card undefined while there is none, and where what it shows has no room for this. */
  constructor(host: AskingHost, card: () => PersonCard | undefined) {
    this.#asking = new Asking<ReceivedBy>(host, {
      args: () => [card()?.person.id],
      ask: ({ kudos }) => {
        const shown = card();
        return shown ? kudos.receivedBy({ person: shown.person.id }) : undefined;
      },
    });
  }

  render(): TemplateResult | typeof nothing {
    const { answer } = this.#asking;
    if (!answer) return nothing;
    const { thankYous, isMore } = answer;
    if (thankYous.length === 0 && !isMore) return nothing;
    return html`<div>
      <h4>${msg('Thanks lately')}</h4>
      <ul class="plain helped">
        ${thankYous.map((thankYou) => this.#line(thankYou))}
      </ul>
      ${isMore ? html`<p class="muted">${moreThanks()}</p>` : nothing}
    </div>`;
  }

  #line({ reason, giver, group, isKept }: ThankYou): TemplateResult {
    const name = giver.name || msg('Former colleague');
    const from = group
      ? msg(str`from ${name}, in ${groupName(group)}`)
      : msg(str`from ${name}`, { id: 'thxfrom' });
    return html`<li>
      <span dir="auto">${reason}</span>
      <span class="muted">${from}${isKept ? ` · ${msg('between you')}` : ''}</span>
    </li>`;
  }
}
