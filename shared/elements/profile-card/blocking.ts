/** Choosing not to see what somebody writes, and taking that back: on their card, for the reader alone. */
import type { OwnPreferences, PersonCard, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import type { AskingHost } from '../kit/asking.ts';
import { errorText } from '../kit/error-text.ts';
import { errorNotice } from '../kit/notice.ts';

export class Blocking {
  readonly #host: AskingHost;
  readonly #acting: Acting;
  /** Asked once the card is there, which does not wait for it. */
  readonly #asking: Asking<OwnPreferences>;

  /** @param card undefined while there is none. */
  constructor(host: AskingHost, card: () => PersonCard | undefined) {
    this.#host = host;
    this.#acting = new Acting(host);
    this.#asking = new Asking<OwnPreferences>(host, {
      args: () => [card()?.isMe],
      ask: ({ preferences }) => (card()?.isMe === false ? preferences.read() : undefined),
    });
  }

  render(person: PersonSummary): TemplateResult | typeof nothing {
    const chosen = this.#asking.answer;
    if (!chosen) return nothing;
    const isBlocked = chosen.blocked.some(({ id }) => id === person.id);
    const { error, isBusy } = this.#acting;
    return html`<div class="choice">
      ${
        isBlocked
          ? html`<p class="muted">
              ${msg(
                str`You chose not to see what ${person.name} writes. They are not told, and can still read what you write in groups you share.`,
              )}
            </p>`
          : nothing
      }
      ${error === undefined ? nothing : errorNotice(errorText(error))}
      <button
        type="button"
        class="quiet"
        aria-disabled=${isBusy}
        @click=${() => this.#setBlocked(person, !isBlocked)}
      >
        ${isBlocked ? msg('Show again') : msg(str`I’d rather not see ${person.name}`)}
      </button>
    </div>`;
  }

  #setBlocked(person: PersonSummary, isBlocked: boolean): Promise<boolean> {
    return this.#acting.run('choose', async () => {
      const { preferences } = this.#host.community ?? {};
      if (!preferences) return;
      const change = isBlocked ? preferences.block : preferences.unblock;
      await this.#asking.settling((options) => change({ person: person.id }, options));
      this.#asking.show((now) => ({
        ...now,
        blocked: [
          ...now.blocked.filter(({ id }) => id !== person.id),
          ...(isBlocked ? [person] : []),
        ],
      }));
    });
  }
}
