import type { Community, PostView, WallPage } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { againNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { isolated, withNames } from '../parts/audience-label/isolated.ts';
import type * as Held from '../parts/post/held.ts';
import { WallModel } from './wall-model.ts';
import type { WallState } from './wall-state.ts';

const loadHeld = (): Promise<typeof Held> => import('../parts/post/held.ts');

/** As many as a page of the community holds. */
const pageSize = 20;

/** The posts of one topic, in the place of all posts of a wall. It shows one topic for as long as it lives. */
export class TopicPosts extends WidgetElement {
  /** The group's id. */
  @property() group: string | undefined;
  /** The topic's id. */
  @property() topic: string | undefined;
  /** What it is called. */
  @property() name = '';

  readonly #older = new Acting(this);
  readonly #model = new WallModel(
    this,
    () => {
      const { group, topic } = this;
      return group === undefined || topic === undefined ? undefined : { group, limit: pageSize };
    },
    async (community, { group, limit }, cursor) => {
      const topic = this.topic ?? '';
      const more = cursor === undefined ? {} : { cursor };
      const page = await community.wall.topic({ group, topic, limit, ...more });
      return cursor === undefined ? await this.#withAnswered(community, group, page) : page;
    },
  );

  /** A post that a steward moved meanwhile stays while somebody answers it: it is not deleted. */
  async #withAnswered(community: Community, group: string, page: WallPage): Promise<WallPage> {
    const known = new Set(page.posts.map(({ id }) => id));
    const missing = (this.#model.state?.pages.flat() ?? []).filter(({ id }) => !known.has(id));
    if (missing.length === 0) return page;
    const isHeld = await loadHeld().then(
      (held) => held.isHeld,
      () => () => false,
    );
    const answered = missing.filter(({ id }) => isHeld(id));
    const moved = await Promise.all(
      answered.map(async ({ id: post }) => {
        const { posts } = await community.wall.one({ group, post });
        return posts;
      }),
    ).catch(() => []);
    return { ...page, posts: [...page.posts, ...moved.flat()] };
  }

  /** Who opened it is here already. */
  protected override firstUpdated(): void {
    this.#model.approached();
  }

  protected override render(): TemplateResult {
    return html`<section aria-label=${this.name}>${this.#content()}</section>`;
  }

  #content(): unknown {
    const { asking, state } = this.#model;
    if (asking.error !== undefined) {
      return failureNotice(asking.error, () => void this.#model.refresh());
    }
    if (!state) return loadingNotice(msg('Loading the posts…'), 1);
    const posts = state.pages.flat();
    const empty = msg(str`Nothing under ${isolated(this.name)} yet.`);
    return [
      posts.length === 0 && state.cursor === undefined
        ? html`<p class="muted" role="status">${withNames(empty)}</p>`
        : this.#posts(posts, state),
      this.#end(state),
    ];
  }

  #posts(posts: readonly PostView[], { info }: WallState): TemplateResult {
    return html`<div class="posts" @kantine-used=${this.#model.prepare}>
      ${repeat(
        posts,
        ({ id }) => id,
        (view) =>
          html`<kantine-post
            .view=${view}
            .actions=${this.#model}
            .audience=${info.audience}
            ?can-write=${info.canWrite}
          ></kantine-post>`,
      )}
    </div>`;
  }

  #end({ cursor }: WallState): TemplateResult {
    const { error, isBusy } = this.#older;
    const load = (): void => void this.#older.run('older', () => this.#model.loadOlder());
    if (error !== undefined) {
      return againNotice(error, load);
    }
    if (cursor !== undefined) {
      return html`<button type="button" class="secondary" aria-disabled=${isBusy} @click=${load}>
        ${isBusy ? msg('Loading…') : msg('Show older posts')}
      </button>`;
    }
    return html`<p class="muted">
      ${msg('Posts without a topic, and those from before there were topics, are under “All” only.')}
    </p>`;
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    css`
      section,
      .posts {
        display: grid;
        gap: 0.75rem;
        grid-template-columns: minmax(0, 1fr);
      }

      section > button {
        justify-self: center;
      }

      p {
        margin: 0;
        text-align: center;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-topic-posts': TopicPosts;
  }
}
