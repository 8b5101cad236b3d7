/** Whom somebody helped lately, and what they were thanked for: on their full card, as far as the reader can read it. */
import { plainText } from '@kantine/core';
import type { Help, PersonCard } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Asking } from '../kit/asking.ts';
import type { AskingHost } from '../kit/asking.ts';
import { messageAddress } from '../kit/message-link.ts';
import { ThanksLately } from './thanks-lately.ts';

/** A question, and where it is to be read. */
type Linked = Help & { readonly address: string | undefined };

const linked = async (help: Help): Promise<Linked> => {
  const { group, post } = help;
  return { ...help, address: await messageAddress({ group, post }).catch(() => undefined) };
};

export class Helping {
  readonly #asking: Asking<readonly Linked[]>;
  readonly #thanks: ThanksLately;

  /** @param card undefined while there is none, and where what it shows has no room for this. */
  constructor(host: AskingHost, card: () => PersonCard | undefined) {
    this.#thanks = new ThanksLately(host, card);
    this.#asking = new Asking<readonly Linked[]>(host, {
      args: () => [card()?.person.id],
      ask: (community) => {
        const shown = card();
        return shown
          ? community.card
              .helped({ person: shown.person.id })
              .then((found) => Promise.all(found.map(linked)))
          : undefined;
      },
    });
  }

  render(): TemplateResult {
    return html`${this.#helped()} ${this.#thanks.render()}`;
  }

  #helped(): TemplateResult | typeof nothing {
    const { answer } = this.#asking;
    if (!answer || answer.length === 0) return nothing;
    return html`<div>
      <h4>${msg('Helped lately')}</h4>
      <ul class="plain helped">
        ${answer.map((help) => this.#line(help))}
      </ul>
    </div>`;
  }

  #line(help: Linked): TemplateResult {
    const { asker, groupName, address } = help;
    const text = plainText(help);
    return html`<li>
      ${
        address === undefined
          ? html`<span dir="auto">${text}</span>`
          : html`<a href=${address} target="_top" rel="noopener" dir="auto">${text}</a>`
      }
      <span class="muted">${msg(str`asked by ${asker.name}, in ${groupName}`)}</span>
    </li>`;
  }
}
