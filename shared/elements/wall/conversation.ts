import { isKantineError } from '@kantine/core';
import type { WallPage } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../kit/controls.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { groupName } from '../parts/group-name.ts';
import type * as Held from '../parts/post/held.ts';
import { WallModel } from './wall-model.ts';

const loadHeld = (): Promise<typeof Held> => import('../parts/post/held.ts');

/**
 * One post with its conversation, for who followed a link to it.
 *
 * @tag kantine-conversation
 * @fires kantine-close when the reader has seen it.
 */
export class Conversation extends WidgetElement {
  /** The group's id. */
  @property() group: string | undefined;
  /** The post's id. */
  @property() post: string | undefined;
  /** The id of the comment that is brought into view. */
  @property({ attribute: false }) comment: string | undefined;
  /** Whether the reader can put it away. */
  @property({ type: Boolean }) closable = false;

  /** What is said above it, where it stands in its own group. */
  @property() heading = '';
  /** Without a frame of its own, where it stands below what it is about. */
  @property({ type: Boolean }) flat = false;
  /** Whether the field to answer the post opens by itself, once: its reader came to answer. */
  @property({ type: Boolean }) answering = false;

  readonly #model = new WallModel(
    this,
    () => {
      const { group, post } = this;
      return group === undefined || post === undefined ? undefined : { group, limit: 1, post };
    },
    async (community, { group, post = '' }) => {
      try {
        return await community.wall.one({ group, post });
      } catch (error) {
        const rest = isKantineError(error, 'NotFound') ? await this.#rest(post) : undefined;
        if (!rest) throw error;
        return rest;
      }
    },
  );

  /** What stands around a post that is gone, while somebody answers it: their words stay. */
  async #rest(post: string): Promise<WallPage | undefined> {
    const { state } = this.#model;
    const isHeld = await loadHeld().then(
      (held) => held.isHeld(post),
      () => false,
    );
    return state && isHeld ? { ...state.info, posts: [], cursor: undefined } : undefined;
  }

  /** The keyboard goes on from here, as with any link to a part of a page. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('section')?.focus(options),
    );
  }

  /** The comment that was looked for. */
  #shown: string | undefined;

  /** As with the button of the post, which is not there for who may not answer. */
  async #answer(): Promise<void> {
    const post = this.renderRoot.querySelector('kantine-post');
    await post?.updateComplete;
    const message = post?.renderRoot.querySelector('kantine-message');
    await message?.updateComplete;
    message?.renderRoot.querySelector<HTMLElement>('button.reply')?.click();
  }

  /** Who opened it is here already. */
  protected override firstUpdated(): void {
    this.#model.approached();
  }

  protected override updated(): void {
    const { comment, post } = this;
    const state = this.#model.state;
    if (this.answering && state) {
      this.answering = false;
      void this.#answer();
    }
    if (comment === undefined || post === undefined || !state || this.#shown === comment) return;
    this.#shown = comment;
    void this.#show(comment, post);
  }

  /** An earlier comment is fetched first. That it cannot be leaves the button for all of them. */
  async #show(comment: string, post: string): Promise<void> {
    const comments = this.#model.state?.pages.flat()[0]?.comments ?? [];
    if (!comments.some(({ id }) => id === comment)) {
      await this.#model.expand(post).catch(() => undefined);
    }
    await this.updateComplete;
    const drawn = this.renderRoot.querySelector('kantine-post');
    await drawn?.updateComplete;
    [...(drawn?.renderRoot.querySelectorAll('kantine-message') ?? [])]
      .find(({ view }) => view?.id === comment)
      ?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    return html`<section
      class=${this.flat ? 'flat' : nothing}
      tabindex="-1"
      aria-label=${this.heading || msg('The post of the link')}
    >
      ${this.#head()} ${this.#content()}
    </section>`;
  }

  #head(): TemplateResult {
    const group = this.#model.state?.info.group;
    const where = group ? msg(str`A post in ${groupName(group)}`) : msg('The post of the link');
    return html`<header>
      <h2>${this.heading || where}</h2>
      ${
        this.closable
          ? html`<button
              type="button"
              class="quiet"
              @click=${() => this.emit('kantine-close', undefined)}
            >
              ${laterIcons.close}<span>${msg('Close')}</span>
            </button>`
          : nothing
      }
    </header>`;
  }

  #content(): unknown {
    const { asking, state } = this.#model;
    if (asking.error !== undefined) return this.#failure(asking.error);
    if (!state) return loadingNotice(msg('Loading the post…'), 1);
    const { canWrite, audience } = state.info;
    return state.pages
      .flat()
      .map(
        (view) =>
          html`<kantine-post
            .view=${view}
            .actions=${this.#model}
            .audience=${audience}
            ?can-write=${canWrite}
            @kantine-used=${this.#model.prepare}
          ></kantine-post>`,
      );
  }

  /** One sentence for what is gone and for what the reader may not know of. */
  #failure(error: unknown): TemplateResult {
    const isHidden = isKantineError(error, 'NotFound') || isKantineError(error, 'Forbidden');
    return isHidden
      ? html`<p class="gone" role="status">${msg('This is not here, or you may not see it.')}</p>`
      : failureNotice(error, () => void this.#model.refresh());
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    css`
      section {
        border: 1px solid var(--k-border);
        border-radius: var(--k-radius);
        display: grid;
        gap: 0.75rem;
        margin-block-end: 1rem;
        padding: 0.75rem;
      }

      .flat {
        border: none;
        margin: 0;
        padding: 0;
      }

      header {
        align-items: center;
        display: flex;
        gap: 0.5rem;
        justify-content: space-between;
      }

      h2 {
        font-size: 1rem;
        margin: 0;
        overflow-wrap: anywhere;
      }

      .gone {
        color: var(--k-muted);
        margin: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-conversation': Conversation;
  }
}
