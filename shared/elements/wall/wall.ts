import type { PostView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { accessBadgeStyles } from '../internal/access-badge.ts';
import { controls } from '../internal/controls.ts';
import { draftName, isTextDraft, loadDraft } from '../internal/draft.ts';
import { errorText } from '../internal/error-text.ts';
import { facesStyles } from '../internal/faces.ts';
import { WidgetElement } from '../internal/kantine-element.ts';
import { emptyNotice, errorNotice, loadingNotice, noticeStyles } from '../internal/notice.ts';
import { tokens } from '../internal/tokens.ts';
import { currentLocale } from '../locale/locale.ts';
import { DeepLink } from './deep-link.ts';
import { failure, header, news, readLine, unsent } from './parts.ts';
import { WallModel } from './wall-model.ts';
import type { WallInfo } from './wall-state.ts';
import { wallStyles } from './wall.styles.ts';

/** As many as a page of the community holds. */
const pageSize = 20;

/** Compact stands in a narrow column: no faces, and comments that open on request. */
export type WallLayout = 'full' | 'compact';

/**
 * The wall of a group: its people, a composer, its posts with their conversations.
 *
 * @tag kantine-wall
 * @fires kantine-configure when whoever edits the page wants to choose its group.
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Wall extends WidgetElement {
  /** The group's id. */
  @property() group: string | undefined;
  @property({ reflect: true }) layout: WallLayout = 'full';
  /** How many posts are shown before one asks for more. */
  @property({ type: Number }) posts = pageSize;
  /** Whether the reader edits the page that holds this wall. */
  @property({ type: Boolean }) editing = false;
  @state() private error: unknown;
  @state() private busy = false;
  /** Whether the reader asked for more than the first posts. */
  @state() private unfolded = false;
  private model: WallModel | undefined;
  /** Where the reader was when the wall was opened; the line stays there during this visit. */
  #readUntil: number | undefined;
  #visited = false;

  constructor() {
    super();
    new DeepLink(this, () => this.#showOlder());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.model?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.model?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('posts')) this.unfolded = false;
    if (changed.has('community') || changed.has('group')) this.#open();
  }

  #open(): void {
    this.model?.disconnect();
    this.model = undefined;
    this.error = undefined;
    this.#visited = false;
    this.unfolded = false;
    this.#readUntil = undefined;
    const { community, group } = this;
    if (!community || group === undefined || group === '') return;
    this.model = new WallModel(community, group, () => this.requestUpdate());
    this.model.connect();
  }

  protected override updated(): void {
    const { info, pages } = this.model?.state ?? {};
    const newest = pages?.[0]?.[0];
    if (!info || !newest || this.#visited) return;
    this.#visited = true;
    if (newest.created > (info.readUntil ?? 0)) void this.model?.markRead(newest.created);
  }

  readonly #post = async (text: string, key: string): Promise<void> => {
    await this.model?.post(text, key);
  };

  async #toggleMembership(joined: boolean): Promise<void> {
    if (this.busy) return;
    this.error = undefined;
    this.busy = true;
    try {
      await (joined ? this.model?.leave() : this.model?.join());
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { model, group } = this;
    if (group === undefined || group === '') return this.#noGroup();
    const { status, info, error } = model?.state ?? {};
    if (status === 'failed') return failure(error, () => void this.model?.load());
    if (!info) return loadingNotice(msg('Loading the wall…'));
    // What the wall showed when it was opened; it does not move while the reader reads.
    if (!this.#visited) this.#readUntil = info.readUntil;
    return html`<section aria-label=${info.group.name}>
      ${header(info, this.layout, this.busy, () => void this.#toggleMembership(info.group.joined))}
      ${this.error === undefined ? nothing : errorNotice(errorText(this.error))}
      ${this.#composer(info)}
      <div class="unseen" role="status">${news(this.model?.state.arrived)}</div>
      ${this.#posts(info)} ${this.#older()}
    </section>`;
  }

  /** An editor gets the button that leads on; a reader reads no more than needed. */
  #noGroup(): TemplateResult {
    if (!this.editing) {
      return html`<p class="muted">
        ${msg('This wall has no group yet. Whoever edits this page can choose one.')}
      </p>`;
    }
    return emptyNotice(
      msg('Choose a group for this wall'),
      msg('The wall shows what its members write, and lets them answer.'),
      { label: msg('Choose a group'), run: () => this.emit('kantine-configure', undefined) },
    );
  }

  #composer({ canWrite, audience, group }: WallInfo): TemplateResult {
    const draft = draftName(this.model?.me?.id ?? '', group.id);
    if (!canWrite) return unsent(loadDraft(draft, isTextDraft)?.text);
    return html`<kantine-composer
      class="new"
      compact
      label=${msg(str`Write to ${group.name}`)}
      placeholder=${msg('Share something, or ask a question…')}
      submit-label=${msg('Post')}
      draft-name=${draft}
      .audience=${audience}
      .send=${this.#post}
    ></kantine-composer>`;
  }

  #posts(info: WallInfo): TemplateResult {
    const { pages } = this.model?.state ?? { pages: [] };
    if (pages.every((page) => page.length === 0)) {
      return emptyNotice(
        msg('It is quiet here'),
        info.canWrite
          ? msg('Be the first: a question or a small success of this week is enough.')
          : msg('Nobody has written here yet.'),
      );
    }
    const locale = currentLocale();
    let left = this.#limit;
    return html`<div class="posts">
      ${pages.map(
        // A change to one post leaves every other page untouched, however many are loaded.
        (page, index) => {
          const shown = Math.min(page.length, left);
          left -= shown;
          const state = [page, shown, info.canWrite, this.#readUntil, this.layout, locale];
          return html`<div class="page">
            ${guard(state, () =>
              repeat(
                page.slice(0, shown),
                (post) => post.id,
                (post, position) => this.#entry(post, info, pages, index, position),
              ),
            )}
          </div>`;
        },
      )}
    </div>`;
  }

  #entry(
    post: PostView,
    { canWrite }: WallInfo,
    pages: readonly (readonly PostView[])[],
    page: number,
    position: number,
  ): TemplateResult {
    const newer =
      pages[page]?.[position - 1] ?? (position === 0 ? pages[page - 1]?.at(-1) : undefined);
    return html`${this.#isFirstRead(post, newer) ? readLine() : nothing}
      <kantine-post
        id=${`post-${post.id}`}
        .view=${post}
        .model=${this.model}
        ?can-write=${canWrite}
        ?lazy=${page > 0}
        ?folded=${this.layout === 'compact'}
      ></kantine-post>`;
  }

  /** Whether everything above was new to the reader, and this was not. */
  #isFirstRead(post: PostView, newer: PostView | undefined): boolean {
    const until = this.#readUntil;
    if (until === undefined || !newer) return false;
    return post.created <= until && newer.created > until && !newer.mine;
  }

  get #limit(): number {
    return this.unfolded ? Infinity : Math.max(1, this.posts || pageSize);
  }

  /** Whether posts are loaded that the page's editor wanted shown on request only. */
  get #isFolded(): boolean {
    const { pages } = this.model?.state ?? { pages: [] };
    return pages.flat().length > this.#limit;
  }

  async #showOlder(): Promise<void> {
    const isFolded = this.#isFolded;
    this.unfolded = true;
    if (!isFolded) await this.model?.loadOlder();
  }

  #older(): TemplateResult | typeof nothing {
    const { cursor, loadingOlder, olderError } = this.model?.state ?? {};
    const load = (): void => void this.#showOlder();
    if (olderError !== undefined) {
      return errorNotice(errorText(olderError), { label: msg('Try again'), run: load });
    }
    if (cursor === undefined && !this.#isFolded)
      return html`<p class="end muted">${msg('That is everything.')}</p>`;
    return html`<button
      type="button"
      class="secondary older"
      aria-disabled=${loadingOlder ?? false}
      @click=${load}
    >
      ${loadingOlder === true ? msg('Loading…') : msg('Show older posts')}
    </button>`;
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    accessBadgeStyles,
    facesStyles,
    wallStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-wall': Wall;
  }
}
