import { isKantineError } from '@kantine/core';
import type { ArticleHead, ArticleView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import * as icons from '../kit/icons.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { againNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import { isolated, withNames } from '../parts/audience-label/isolated.ts';
import { markdownStyles } from '../parts/markdown/markdown.ts';
import { articleText } from '../parts/article-text.ts';
import { coverOf, coverStyles } from './covers.ts';
import { heldText } from './form-parts.ts';
import { byline, headStyles } from './head.ts';
import { pageStyles } from './page.styles.ts';
import { articleAt } from './where.ts';
import type { Where } from './where.ts';

/**
 * One article, with its series and its conversation.
 *
 * @fires kantine-go with where the reader wants to go.
 * @fires kantine-removed when its writer took it away.
 */
export class ArticleElement extends CommunityElement {
  /** The group's id. */
  @property() group = '';
  /** The article's id. */
  @property() article = '';
  /** Whether the host keeps back what waits to appear. */
  @property({ attribute: false }) isKeptBack = false;
  @state() private asks = false;
  @state() private confirmation = '';
  readonly #acting = new Acting(this);
  readonly #asking = new Asking<ArticleView>(this, {
    args: () => [this.group, this.article],
    ask: ({ blog }) => blog.one({ group: this.group, id: this.article }),
  });
  readonly #moment = new MomentController(this, () => this.#asking.answer?.at);

  #go(where: Where): void {
    this.emit('kantine-go', where);
  }

  async #subscribe({ author, series }: ArticleView, isSeries: boolean, on: boolean): Promise<void> {
    const { community } = this;
    if (!community) return;
    const chosen = { writer: author.id, ...(isSeries && series !== undefined ? { series } : {}) };
    const { subscribe, unsubscribe } = community.blog;
    await this.#acting.run('subscribe', async () => {
      await this.#asking.settling((options) => (on ? subscribe : unsubscribe)(chosen, options));
      this.#asking.show((view) =>
        isSeries ? { ...view, followsSeries: on } : { ...view, followsWriter: on },
      );
      this.confirmation = on
        ? msg('Subscribed. Nobody else is told.')
        : msg('You are not subscribed any more.');
    });
  }

  async #remove(): Promise<void> {
    const { community, group, article: id } = this;
    const isDone = await this.#acting.run('remove', () => community?.blog.remove({ group, id }));
    if (isDone) this.emit('kantine-removed', undefined);
  }

  protected override render(): TemplateResult {
    return html`<section>
      <button type="button" class="quiet back" @click=${() => this.#go({ page: 'list' })}>
        ${laterIcons.back}<span>${msg('All articles')}</span>
      </button>
      ${confirmed(this.confirmation)} ${this.#content()}
    </section>`;
  }

  #content(): unknown {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) {
      // One sentence for what is gone and for what the reader may not know of.
      return isKantineError(error, 'NotFound')
        ? html`<p class="gone" role="status">${msg('This is not here, or you may not see it.')}</p>`
        : failureNotice(error, () => void ask());
    }
    if (!answer) return loadingNotice(msg('Loading the article…'));
    return [this.#hidden(answer), this.#whole(answer)];
  }

  #hidden({ hidden }: ArticleView): TemplateResult | typeof nothing {
    if (!hidden) return nothing;
    const said = msg(str`A steward hid this article: ${isolated(hidden.reason)}`);
    return html`<p class="gone" role="status">${withNames(said)}</p>`;
  }

  #whole(view: ArticleView): TemplateResult | typeof nothing {
    if (view.text === '') return nothing;
    const { title, lead, cover, text, mine, held, at } = view;
    const failed = this.#acting.error;
    return html`${coverOf(cover)}
      <h2 dir="auto">${title}</h2>
      ${lead === '' ? nothing : html`<p class="lead" dir="auto">${lead}</p>`}
      ${byline(view, this.#moment.now)}
      ${held ? html`<p class="gone">${heldText(at, this.isKeptBack)}</p>` : nothing}
      ${mine ? this.#own(view) : nothing} ${this.#series(view)} ${articleText(text)}
      ${failed === undefined ? nothing : againNotice(failed, this.#acting.repeat)}
      ${mine ? nothing : this.#subscriptions(view)} ${held ? nothing : this.#conversation(view)}`;
  }

  #own(view: ArticleView): TemplateResult {
    const change = (): void =>
      this.#go({ page: 'write', writing: { kind: 'change', article: view } });
    if (this.asks) {
      return html`<div class="actions">
        <span>${msg('Remove it? What colleagues answered stays on the wall.')}</span>
        <button type="button" class="danger" @click=${() => void this.#remove()}>
          ${msg('Remove it')}
        </button>
        <button type="button" class="quiet" @click=${() => (this.asks = false)}>
          ${msg('Keep it')}
        </button>
      </div>`;
    }
    const ask = (): void => {
      this.asks = true;
      this.focusOn('button.danger');
    };
    return html`<div class="actions">
      <button type="button" class="secondary" @click=${change}>
        ${icons.edit}<span>${msg('Change')}</span>
      </button>
      <button type="button" class="quiet" @click=${ask}>
        ${icons.remove}<span>${msg('Remove…')}</span>
      </button>
    </div>`;
  }

  /** Which part it is, and the way to the others. */
  #series({ id, group, series, parts = [], author }: ArticleView): TemplateResult | typeof nothing {
    const at = parts.findIndex((part) => part.id === id);
    if (series === undefined || at < 0) return nothing;
    const [number, total] = [numberText(at + 1), numberText(parts.length)];
    const part = (
      found: ArticleHead | undefined,
      label: string,
    ): TemplateResult | typeof nothing =>
      found
        ? html`<button type="button" class="quiet" @click=${() => this.#go(articleAt(found))}>
            ${label}
          </button>`
        : nothing;
    const all = (): void => this.#go({ page: 'series', group, writer: author, series });
    return html`<nav class="series" aria-label=${msg('Series')}>
      <p>${withNames(msg(str`Part ${number} of ${total}: ${isolated(series)}`))}</p>
      <div class="actions">
        ${part(parts[at - 1], msg('Previous part'))} ${part(parts[at + 1], msg('Next part'))}
        <button type="button" class="quiet" @click=${all}>${msg('All parts')}</button>
      </div>
    </nav>`;
  }

  #subscriptions(view: ArticleView): TemplateResult {
    const { author, series, followsWriter, followsSeries } = view;
    const choice = (isSeries: boolean, on: boolean, label: string): TemplateResult =>
      html`<button
        type="button"
        class="secondary"
        aria-pressed=${on}
        aria-disabled=${this.#acting.isBusy}
        @click=${() => void this.#subscribe(view, isSeries, !on)}
      >
        <span>${withNames(label)}</span>
      </button>`;
    return html`<div class="actions" role="group" aria-label=${msg('Subscribe')}>
      ${choice(false, followsWriter, msg(str`Subscribe to ${isolated(author.name)}`))}
      ${
        series === undefined
          ? nothing
          : choice(true, followsSeries, msg(str`Subscribe to ${isolated(series)}`))
      }
    </div>`;
  }

  #conversation({ group, post, mine }: ArticleView): TemplateResult {
    if (post !== undefined) {
      return html`<kantine-conversation
        flat
        .group=${group}
        .post=${post}
        .heading=${msg('What colleagues say')}
      ></kantine-conversation>`;
    }
    return html`<p class="muted">
      ${
        mine
          ? msg('Nobody can answer this article: its post is gone from the wall.')
          : msg('The conversation opens when its writer is here again.')
      }
    </p>`;
  }

  static override styles = [
    controls,
    noticeStyles,
    confirmationStyles,
    markdownStyles,
    coverStyles,
    headStyles,
    pageStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-article': ArticleElement;
  }
}
