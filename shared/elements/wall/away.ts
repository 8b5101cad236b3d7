/** What a wall says to who was away for long: that a lot happened, and how to begin anew. */
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../kit/acting.ts';
import type { KantineElement, WidgetElement } from '../kit/kantine-element.ts';
import { againNotice } from '../kit/notice.ts';
import { dateText } from '../locale/moment.ts';
import type { Visit } from './visit.ts';
import { longAway } from './visit.ts';
import type { WallState } from './wall-state.ts';

/** Fewer are read sooner than somebody has chosen not to read them. */
const aLot = 5;

/** The wall that it stands on. */
interface AwayHost extends WidgetElement {
  readonly group: string | undefined;
}

export class Away {
  readonly #host: AwayHost;
  readonly #acting: Acting<'start'>;
  /** The group whose wall the reader begins anew. */
  #begun: string | undefined;

  constructor(host: AwayHost) {
    this.#host = host;
    this.#acting = new Acting(host);
  }

  async #start(until: number, visit: Visit): Promise<void> {
    const { community, group } = this.#host;
    if (!community || group === undefined) return;
    await this.#acting.run('start', async () => {
      await community.wall.markRead({ group, until });
      visit.readUntil = until;
      this.#begun = group;
      this.#host.requestUpdate();
      // The buttons are gone.
      this.#host.focusOn('.begun');
    });
  }

  render({ info, pages }: WallState, visit: Visit): TemplateResult | typeof nothing {
    if (this.#begun === info.group.id) {
      return html`<p class="begun muted" role="status" tabindex="-1">
        ${msg('Everything until today counts as read.')}
      </p>`;
    }
    const { readUntil } = visit;
    const posts = pages.flat();
    const [newest] = posts;
    if (!newest || !longAway(readUntil)) return nothing;
    const isNew = posts.filter(({ created, mine }) => created > readUntil && !mine);
    if (isNew.length < aLot) return nothing;
    const { error, isBusy } = this.#acting;
    const day = dateText(readUntil, Date.now());
    return html`<div class="away" role="group" aria-labelledby="away">
      <p id="away">${msg(str`A lot happened since ${day}.`)}</p>
      ${this.#catchUp()}
      <button
        type="button"
        class="secondary"
        aria-disabled=${isBusy}
        @click=${() => this.#start(newest.created, visit)}
      >
        ${msg('Start from today')}
      </button>
      ${error === undefined ? nothing : againNotice(error, this.#acting.repeat)}
    </div>`;
  }

  /** Only where what waits stands on the same page. */
  #catchUp(): TemplateResult | typeof nothing {
    const widget = document.querySelector<KantineElement>('kantine-catch-up');
    if (!widget) return nothing;
    const show = async (): Promise<void> => {
      widget.scrollIntoView({ block: 'start' });
      await widget.updateComplete;
      const heading = widget.renderRoot.querySelector('h2');
      // It is still looking for what waits.
      if (!heading) widget.tabIndex = -1;
      (heading ?? widget).focus();
    };
    return html`<button type="button" class="secondary" @click=${show}>
      ${msg('See what waits for you')}
    </button>`;
  }
}

export const awayStyles = css`
  .away {
    align-items: center;
    border: 1px solid var(--k-border);
    border-radius: var(--k-radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    padding: 0.75rem;
  }

  .away p {
    flex: 1 1 12rem;
    margin: 0;
  }

  .begun {
    margin: 0;
  }
`;
