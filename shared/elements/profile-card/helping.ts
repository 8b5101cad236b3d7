/** Whom somebody helped lately: on their full card, as far as the reader can read it. */
import { plainText } from '@kantine/core';
import type { Help, PersonCard } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Asking } from '../kit/asking.ts';
import type { AskingHost } from '../kit/asking.ts';

export class Helping {
  readonly #asking: Asking<readonly Help[]>;

  /** @param card undefined while there is none, and where what it shows has no room for this. */
  constructor(host: AskingHost, card: () => PersonCard | undefined) {
    this.#asking = new Asking<readonly Help[]>(host, {
      args: () => [card()?.person.id],
      ask: (community) => {
        const shown = card();
        return shown ? community.card.helped({ person: shown.person.id }) : undefined;
      },
    });
  }

  render(): TemplateResult | typeof nothing {
    const { answer } = this.#asking;
    if (!answer || answer.length === 0) return nothing;
    return html`<div>
      <h4>${msg('Helped lately')}</h4>
      <ul class="plain helped">
        ${answer.map((help) => this.#line(help))}
      </ul>
    </div>`;
  }

  #line(help: Help): TemplateResult {
    const { asker, groupName } = help;
    return html`<li>
      <span dir="auto">${plainText(help)}</span>
      <span class="muted">${msg(str`asked by ${asker.name}, in ${groupName}`)}</span>
    </li>`;
  }
}
