/** The posts that stewards let stand above a wall: a line each, and the post behind its button. */
import type { PinView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../kit/icons.ts';
import type { WidgetElement } from '../kit/kantine-element.ts';
import { isolated, withNames } from '../parts/audience-label/isolated.ts';
import { withEveryone } from '../kit/everyone.ts';
import { dayText } from '../parts/stewards/day-text.ts';

const pinIcon = icon('M6 2.500h4 M6.500 2.500v4L4.500 9.500h7l-2-3v-4 M8 9.500v4');

/** The wall that they stand above. */
interface PinnedHost extends WidgetElement {
  readonly group: string | undefined;
}

const nameOf = ({ name }: PinView['author']): string => name || msg('Former colleague');

export class Pinned {
  readonly #host: PinnedHost;
  /** The post that is open. */
  #open: string | undefined;

  constructor(host: PinnedHost) {
    this.#host = host;
  }

  async #toggle(post: string): Promise<void> {
    const isOpen = this.#open === post;
    this.#open = isOpen ? undefined : post;
    this.#host.requestUpdate();
    // The element is drawn with what it is by the time that it has come.
    if (!isOpen) await import(/* webpackChunkName: 'wall-message' */ './define.conversation.ts');
  }

  render(pins: readonly PinView[] | undefined): TemplateResult | typeof nothing {
    if (!pins || pins.length === 0) return nothing;
    return html`<ul class="plain pins" aria-label=${msg('Pinned posts')}>
      ${pins.map((pin) => html`<li>${this.#line(pin)} ${this.#post(pin)}</li>`)}
    </ul>`;
  }

  #line(pin: PinView): TemplateResult {
    const { post, author, text, by, until } = pin;
    const who = msg(str`Pinned by ${isolated(nameOf(by))} until ${dayText(until)}`);
    return html`<button
      type="button"
      class="pin"
      aria-expanded=${this.#open === post}
      @click=${() => void this.#toggle(post)}
    >
      ${pinIcon}
      <span class="begins"
        ><b><bdi>${nameOf(author)}</bdi></b> <bdi>${withEveryone(text)}</bdi></span
      >
      <span class="muted">${withNames(who)}</span>
    </button>`;
  }

  #post({ post }: PinView): TemplateResult | typeof nothing {
    if (this.#open !== post) return nothing;
    const { community, group } = this.#host;
    return html`<kantine-conversation
      heading=${msg('Pinned post')}
      .community=${community}
      .group=${group}
      .post=${post}
    ></kantine-conversation>`;
  }
}

export const pinnedStyles = css`
  .pins {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    list-style: none;
    margin: 0;
    padding: 0.25rem;
  }

  .pin {
    display: grid;
    font-size: 0.875rem;
    gap: 0 0.5rem;
    grid-template-columns: auto minmax(0, 1fr) auto;
    inline-size: 100%;
    justify-content: start;
    text-align: start;
  }

  .pin svg {
    color: var(--k-muted);
  }

  .begins {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* In a narrow column who pinned it stands below. */
  @container (inline-size < 30rem) {
    .pin {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .pin .muted {
      grid-column: 2;
    }
  }

  .pins kantine-conversation {
    display: block;
    margin: 0.25rem;
  }
`;
