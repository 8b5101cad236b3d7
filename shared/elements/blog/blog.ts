/** The list of articles, and the way to the other pages: in one file, since it is one element. */
import type { ArticleHead } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { MomentController } from '../kit/moment-controller.ts';
import {
  againNotice,
  emptyNotice,
  failureNotice,
  leftOutNotice,
  loadingNotice,
  noticeStyles,
} from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { groupName } from '../parts/group-name.ts';
import { blogStyles } from './blog.styles.ts';
import { coverStyles } from './covers.ts';
import { articleHead, headStyles } from './head.ts';
import { isEmpty, isSubscribed, load, withOlder } from './loaded.ts';
import type { Loaded } from './loaded.ts';
import { articleAt } from './where.ts';
import type { GoTo, Where } from './where.ts';

const loadPages = (): Promise<unknown> =>
  Promise.all([
    import(/* webpackChunkName: 'blog-pages' */ './define.pages.ts'),
    import(/* webpackChunkName: 'wall-message' */ '../wall/define.conversation.ts'),
  ]);
const loadWriting = (): Promise<unknown> =>
  import(/* webpackChunkName: 'blog-pages' */ './define.writing.ts');

/**
 * Articles of a group, or of all the reader's groups: to read and to write.
 *
 * @tag kantine-blog
 * @cssproperty --kantine-* the colours, radius and font of the host's theme; see the theming guide
 */
export class Blog extends WidgetElement {
  /** The group's id; without it the blog shows all the reader's groups. */
  @property() group: string | undefined;
  @state() private where: Where = { page: 'list' };
  /** Whether only what the reader subscribed to is shown. */
  @state() private subscribed = false;
  @state() private confirmation = '';
  readonly #acting = new Acting(this);
  readonly #asking = new Asking<Loaded>(this, {
    args: () => [this.group],
    ask: (community) => load(community, this.group),
    merge: withOlder,
    answered: ({ articles }) => void this.#openWaited(articles),
  });
  readonly #moment = new MomentController(this, () => this.#asking.answer?.articles[0]?.at);

  /** Their conversations were looked at. */
  readonly #opened = new Set<string>();

  /** An article that appeared while its writer was away has no conversation: only they can open it. */
  async #openWaited(articles: readonly ArticleHead[]): Promise<void> {
    const waited = articles.filter((article) => article.waited && !this.#opened.has(article.id));
    for (const { group, id } of waited) {
      this.#opened.add(id);
      await this.community?.blog.openConversation({ group, id }).catch(() => undefined);
    }
  }

  /** The code of a page comes with the first visit to it. */
  async #go(where: Where, confirmation = ''): Promise<void> {
    await this.#acting.run('go', async () => {
      if (where.page !== 'list') await (where.page === 'write' ? loadWriting() : loadPages());
      this.where = where;
      this.confirmation = confirmation;
      this.focusOn('[tabindex="-1"]');
    });
  }

  readonly #goTo = ({ detail }: GoTo): void => void this.#go(detail);

  readonly #published = ({ detail }: CustomEvent<ArticleHead>): void => {
    void this.#asking.ask();
    const said = detail.held
      ? msg('It is waiting to appear, under “Your drafts”.')
      : msg('Your article is published.');
    void this.#go(detail.held ? { page: 'own' } : articleAt(detail), said);
  };

  readonly #removed = (): void => {
    void this.#asking.ask();
    void this.#go({ page: 'list' }, msg('Your article was removed.'));
  };

  async #older(): Promise<void> {
    const { community, group } = this;
    const cursor = this.#asking.answer?.cursor;
    if (!community || !group || cursor === undefined) return;
    await this.#acting.run('older', async () => {
      const older = await community.blog.read({ group, cursor });
      this.#asking.show((loaded) => {
        if (loaded.cursor !== cursor) return loaded;
        const known = new Set(loaded.articles.map(({ id }) => id));
        return {
          ...loaded,
          cursor: older.cursor,
          articles: [...loaded.articles, ...older.articles.filter(({ id }) => !known.has(id))],
          dropped: loaded.dropped + older.dropped,
        };
      });
    });
  }

  protected override render(): TemplateResult {
    const { error } = this.#acting;
    return html`<section
      aria-label=${msg('Articles')}
      @kantine-go=${this.#goTo}
      @kantine-published=${this.#published}
      @kantine-removed=${this.#removed}
    >
      ${confirmed(this.confirmation)}
      ${error === undefined ? nothing : againNotice(error, this.#acting.repeat)}
      ${this.#page(this.where)}
    </section>`;
  }

  #page(where: Where): TemplateResult | typeof nothing {
    const { answer } = this.#asking;
    switch (where.page) {
      case 'list':
        return this.#list();
      case 'article':
        return html`<kantine-article
          tabindex="-1"
          .group=${where.group}
          .article=${where.id}
          .isKeptBack=${answer?.holdsBack ?? false}
        ></kantine-article>`;
      case 'series':
        return html`<kantine-article-series
          tabindex="-1"
          .group=${where.group}
          .writer=${where.writer}
          .series=${where.series}
        ></kantine-article-series>`;
      case 'own':
        return html`<kantine-own-articles
          tabindex="-1"
          .group=${this.group}
          .groups=${answer?.groups ?? []}
          .isKeptBack=${answer?.holdsBack ?? false}
        ></kantine-own-articles>`;
      case 'write':
        return html`<kantine-article-form
          tabindex="-1"
          .group=${this.group}
          .groups=${answer?.groups ?? []}
          .me=${answer?.me}
          .writing=${where.writing}
          .isKeptBack=${answer?.holdsBack ?? false}
        ></kantine-article-form>`;
    }
  }

  #list(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading articles…'));
    return html`<header>
        <h2 tabindex="-1">${msg('Articles')}</h2>
        ${answer.canWrite ? this.#writeButtons(answer) : nothing}
      </header>
      ${answer.subscriptions.length === 0 ? nothing : this.#filter()} ${this.#articles(answer)}
      ${leftOutNotice(answer.dropped)}`;
  }

  #writeButtons(loaded: Loaded): TemplateResult {
    const write = (): void => void this.#go({ page: 'write', writing: { kind: 'new' } });
    return html`<div class="actions">
      <button type="button" class="quiet" @click=${() => void this.#go({ page: 'own' })}>
        ${msg('Your drafts')}
      </button>
      ${
        isEmpty(loaded)
          ? nothing
          : html`<button type="button" class="primary" @click=${write}>${msg('Write')}</button>`
      }
    </div>`;
  }

  #filter(): TemplateResult {
    const choice = (subscribed: boolean, label: string): TemplateResult =>
      html`<button
        type="button"
        class="quiet"
        aria-pressed=${this.subscribed === subscribed}
        @click=${() => (this.subscribed = subscribed)}
      >
        ${label}
      </button>`;
    return html`<div class="actions" role="group" aria-label=${msg('Which articles')}>
      ${choice(false, msg('All'))} ${choice(true, msg('Subscribed'))}
    </div>`;
  }

  #articles(loaded: Loaded): TemplateResult {
    const { articles, canWrite, groups, cursor } = loaded;
    if (isEmpty(loaded)) return this.#empty(canWrite);
    const shown = this.subscribed
      ? articles.filter((each) => isSubscribed(each, loaded))
      : articles;
    const nameOf = (id: string): string | undefined => {
      const found = groups.find((group) => group.id === id);
      return found && groupName(found);
    };
    const open = (article: ArticleHead): void => void this.#go(articleAt(article));
    return html`${
      shown.length === 0
        ? html`<p class="muted" role="status">
            ${msg('Nothing you subscribe to is among the articles shown here.')}
          </p>`
        : html`<ol class="plain">
            ${repeat(
              shown,
              ({ group, id }) => `${group} ${id}`,
              (article) =>
                html`<li>
                  ${articleHead(article, { now: this.#moment.now, group: nameOf(article.group), open })}
                </li>`,
            )}
          </ol>`
    }
    ${
      cursor === undefined
        ? nothing
        : html`<button
            type="button"
            class="secondary"
            aria-disabled=${this.#acting.isBusy}
            @click=${() => void this.#older()}
          >
            ${msg('Show older articles')}
          </button>`
    }`;
  }

  #empty(canWrite: boolean): TemplateResult {
    const text = msg(
      'Nobody expects a masterpiece. Three paragraphs about something that took you an hour to find out are a good article.',
    );
    const write = (): void => void this.#go({ page: 'write', writing: { kind: 'new' } });
    const action = { label: msg('Write the first'), run: write };
    return emptyNotice(msg('No articles yet'), text, canWrite ? action : undefined);
  }

  static override styles = [
    tokens,
    controls,
    noticeStyles,
    confirmationStyles,
    coverStyles,
    headStyles,
    blogStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-blog': Blog;
  }
}
