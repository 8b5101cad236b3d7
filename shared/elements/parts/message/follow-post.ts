/** Whether new comments on a post are told of under “For you”: what its reader chooses for themselves. */
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../../kit/acting.ts';
import type { KantineElement } from '../../kit/kantine-element.ts';
import { againNotice } from '../../kit/notice.ts';
import type { MessageActions } from './surroundings.ts';

interface FollowHost extends KantineElement {
  readonly actions: MessageActions | undefined;
}

export class FollowPost {
  readonly #host: FollowHost;
  readonly #acting: Acting<'look' | 'follow'>;
  /** Undefined until it is known. */
  #isFollowed: boolean | undefined;
  #said = '';

  constructor(host: FollowHost) {
    this.#host = host;
    this.#acting = new Acting(host);
  }

  /** Asks whether the post is followed; nothing is shown where that cannot be told. */
  async begin(post: string): Promise<void> {
    this.#isFollowed = undefined;
    this.#said = '';
    const writing = await this.#host.actions?.writing().catch(() => undefined);
    this.#isFollowed = await writing?.isFollowed(post).catch(() => undefined);
    this.#host.requestUpdate();
  }

  readonly #toggle = (post: string): Promise<boolean> =>
    this.#acting.run('follow', async () => {
      const next = this.#isFollowed !== true;
      const writing = await this.#host.actions?.writing();
      await writing?.setFollowed(post, next);
      this.#isFollowed = next;
      this.#said = next
        ? msg('New comments on it wait under “For you”. Nobody else sees that.')
        : msg('New comments on it no longer wait under “For you”.');
    });

  render(post: string): TemplateResult | typeof nothing {
    const { isBusy, error, repeat } = this.#acting;
    if (this.#isFollowed === undefined) return nothing;
    return html`<button
        type="button"
        class="quiet follow"
        aria-disabled=${isBusy}
        @click=${() => this.#toggle(post)}
      >
        ${this.#isFollowed ? msg('Stop telling me') : msg('Tell me in “For you”')}
      </button>
      <div role="status">${this.#said}</div>
      ${error === undefined ? nothing : againNotice(error, repeat)}`;
  }
}
