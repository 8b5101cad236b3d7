// In one file, since the composer, the list and the audience share the reading of one wall.
import type { PostView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../kit/compact.ts';
import { accessBadgeStyles } from '../parts/access-badge.ts';
import { Acting } from '../kit/acting.ts';
import { afterFrame } from '../kit/after-frame.ts';
import { controls } from '../kit/controls.ts';
import { loadDraft, saveDraft } from '../kit/drafts.ts';
import { loadComposer } from '../parts/composer/load.ts';
import { errorText } from '../kit/error-text.ts';
import { faceStyles } from '../parts/avatar/face.ts';
import { facesStyles } from '../parts/faces.ts';
import { groupName } from '../parts/group-name.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import {
  errorNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { currentLocale } from '../locale/locale.ts';
import { DeepLinks } from './deep-links.ts';
import { header, news, older, readLine } from './parts.ts';
import type { WallLayout } from './parts.ts';
import type * as Above from './above.ts';
import type * as Unshown from './unshown.ts';
import { longAway, Visit } from './visit.ts';
import { WallModel } from './wall-model.ts';
import type { WallInfo, WallState } from './wall-state.ts';
import { wallStyles } from './wall.styles.ts';

/** As many as a page of the community holds. */
const pageSize = 20;
/**
 * Posts that are drawn in full at once. The others follow when these are seen, and their words suffice
 * until they come near.
 */
const drawnAtOnce = 2;
/** The text of a draft, for who may not send it any more. */
function typedIn(draft: string): string | undefined {
  const { text } = (loadDraft(draft) ?? {}) as { text?: unknown };
  return typeof text === 'string' ? text : undefined;
}

export type { WallLayout } from './parts.ts';

/**
 * The wall of a group: its people, a composer, its posts with their conversations.
 *
 * @tag kantine-wall
 * @fires kantine-configure when an editor of the page wants to choose its group.
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
  readonly #acting = new Acting<'membership' | 'compose'>(this);
  readonly #older = new Acting(this);
  /** Whether the reader writes, or has written; until then a line stands for the composer. */
  @state() private composing = false;
  /** Whether the first posts have been seen, and the others are drawn too. */
  @state() private begun = false;
  /** What is said of a group that is gone or closed, or not chosen yet. */
  @state() private unshown: typeof Unshown | undefined;
  /** What stands above the posts is fetched where something does. */
  @state() private above: Above.WallAbove | undefined;
  readonly #model = new WallModel(this, () =>
    this.group === undefined || this.group === ''
      ? undefined
      : { group: this.group, limit: Math.min(pageSize, Math.max(1, this.posts || pageSize)) },
  );
  readonly #visit = new Visit(this, (until) => this.#model.markRead(until));

  constructor() {
    super();
    new DeepLinks(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('community') && !changed.has('group')) return;
    this.#visit.end();
    this.composing = false;
    this.begun = false;
  }

  protected override updated(): void {
    const { state } = this.#model;
    if (!state) return;
    if (!this.begun) afterFrame(() => (this.begun = true));
    this.#visit.drew(state);
  }

  readonly #toggleMembership = (): void => {
    const isIn = this.#model.state?.info.group.joined === true;
    void this.#acting.run('membership', async () => {
      const writing = await this.#model.writing();
      await writing.setMembership(!isIn);
    });
  };

  /** Brings the composer in place of the line, with the focus and what was typed meanwhile. */
  readonly #compose = async ({ target }: FocusEvent): Promise<void> => {
    const line = target as HTMLTextAreaElement;
    if (!(await this.#acting.run('compose', loadComposer))) return;
    if (line.value !== '') {
      const key = this.community?.newKey() ?? '';
      saveDraft(this.#model.draftName('post'), { text: line.value, key });
    }
    const isFocused = this.shadowRoot?.activeElement === line;
    this.composing = true;
    if (isFocused) this.focusOn('kantine-composer');
  };

  protected override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (group === undefined || group === '') {
      const configure = (): void => this.emit('kantine-configure', undefined);
      return this.#unshown()?.noGroup(this.editing ? configure : undefined) ?? nothing;
    }
    const { asking, state } = this.#model;
    if (asking.error !== undefined) {
      const show = this.#unshown()?.failure ?? failureNotice;
      return show(asking.error, () => void asking.ask(), group);
    }
    if (!state) return loadingNotice(msg('Loading the wall…'));
    const { info } = state;
    this.#visit.draws(state);
    const above = this.#above(info);
    const { busy, error } = this.#acting;
    return html`<section aria-label=${info.group.name}>
      ${header(info, {
        layout: this.layout,
        isFirst: !this.begun,
        busy: busy === 'membership',
        toggle: this.#toggleMembership,
      })}
      ${error === undefined ? nothing : errorNotice(errorText(error))} ${this.#composer(info)}
      ${above?.render(state, this.#visit)}
      <div class="unseen" role="status">${news(state.arrived)}</div>
      ${
        above?.instead(info) ?? [
          this.#posts(state),
          this.begun
            ? [leftOutNotice(info.dropped), older(state, this.#older, this.#showOlder)]
            : nothing,
        ]
      }
    </section>`;
  }

  #unshown(): typeof Unshown | undefined {
    if (!this.unshown) {
      import('./unshown.ts').then(
        (unshown) => (this.unshown = unshown),
        () => undefined,
      );
    }
    return this.unshown;
  }

  #above({ pins, topics }: WallInfo): Above.WallAbove | undefined {
    // Asking for more files keeps the first posts waiting.
    if (this.begun && (pins ?? topics ?? longAway(this.#visit.readUntil)) && !this.above) {
      import('./above.ts').then(
        ({ WallAbove }) => (this.above ??= new WallAbove(this)),
        () => undefined,
      );
    }
    return this.above;
  }

  #composer({ canWrite, audience, group, topics }: WallInfo): TemplateResult | typeof nothing {
    const draft = this.#model.draftName('post');
    // The storage answers slowly when it is asked for the first time: posts come first.
    const typed = this.begun ? typedIn(draft) : undefined;
    if (!canWrite) return this.#unshown()?.unsent(typed, group.archived) ?? nothing;
    const label = msg(str`Write to ${groupName(group)}`);
    const placeholder = msg('Share something, or ask a question…');
    if (!this.composing && typed === undefined) {
      return html`<textarea
        class="new line"
        rows="1"
        aria-label=${label}
        placeholder=${placeholder}
        @focus=${this.#compose}
      ></textarea>`;
    }
    // A draft of an earlier visit; the composer is not there yet.
    if (!this.composing) void loadComposer();
    return html`<kantine-composer
      class="new"
      compact
      askable
      label=${label}
      placeholder=${placeholder}
      submit-label=${msg('Post')}
      draft-name=${draft}
      .audience=${audience}
      .group=${this.#model.group}
      .topics=${topics}
      .send=${this.#model.post}
      @kantine-used=${this.#model.prepare}
    ></kantine-composer>`;
  }

  #posts({ info, pages, cursor }: WallState): TemplateResult | typeof nothing {
    if (pages.every((page) => page.length === 0)) {
      if (info.dropped > 0 || cursor !== undefined) return nothing;
      return this.#unshown()?.quiet(info.canWrite) ?? nothing;
    }
    const { canWrite, audience } = info;
    const locale = currentLocale();
    return html`${
        canWrite
          ? html`<details>
              <summary class="muted">${msg('Waiting for an answer')}</summary>
            </details>`
          : nothing
      }
      <div class="posts" @kantine-used=${this.#model.prepare}>
        ${pages.map(
          // A change to one post leaves every other page untouched, however many are loaded.
          (page, index) =>
            html`<div class="page">
              ${guard(
                [page, canWrite, audience, this.#visit.readUntil, this.layout, locale, this.begun],
                () =>
                  repeat(
                    this.begun ? page : page.slice(0, drawnAtOnce),
                    (post) => post.id,
                    (post, position) => this.#entry(post, info, pages, index, position),
                  ),
              )}
            </div>`,
        )}
      </div>`;
  }

  #entry(
    post: PostView,
    { canWrite, audience }: WallInfo,
    pages: WallState['pages'],
    page: number,
    position: number,
  ): TemplateResult {
    const newer =
      pages[page]?.[position - 1] ?? (position === 0 ? pages[page - 1]?.at(-1) : undefined);
    return html`${this.#isFirstRead(post, newer) ? readLine() : nothing}<kantine-post
        id=${`post-${post.id}`}
        .view=${post}
        .actions=${this.#model}
        .audience=${audience}
        ?can-write=${canWrite}
        ?lazy=${page > 0 || position >= drawnAtOnce}
        ?folded=${this.layout === 'compact'}
      ></kantine-post>`;
  }

  /** Whether everything above was new to the reader, and this was not. */
  #isFirstRead(post: PostView, newer: PostView | undefined): boolean {
    const until = this.#visit.readUntil;
    if (until === undefined || !newer) return false;
    return post.created <= until && newer.created > until && !newer.mine;
  }

  readonly #showOlder = async (): Promise<void> => {
    await this.#older.run('older', () => this.#model.loadOlder());
  };

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    accessBadgeStyles,
    faceStyles,
    facesStyles,
    wallStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-wall': Wall;
  }
}
