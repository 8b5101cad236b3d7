import type { ArticlePage, PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { MomentController } from '../kit/moment-controller.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { coverStyles } from './covers.ts';
import { articleHead, headStyles } from './head.ts';
import { pageStyles } from './page.styles.ts';
import { articleAt } from './where.ts';
import type { Where } from './where.ts';

/**
 * The parts of a series, in their order.
 *
 * @fires kantine-go with where the reader wants to go.
 */
export class ArticleSeries extends CommunityElement {
  /** The group's id. */
  @property() group = '';
  @property({ attribute: false }) writer: PersonSummary | undefined;
  /** What the series is called. */
  @property() series = '';
  readonly #asking = new Asking<ArticlePage>(this, {
    args: () => [this.group, this.writer?.id, this.series],
    ask: ({ blog }) => {
      const { group, writer, series } = this;
      return writer && blog.read({ group, writer: writer.id, series });
    },
  });
  readonly #moment = new MomentController(this, () => this.#asking.answer?.articles.at(-1)?.at);

  #go(where: Where): void {
    this.emit('kantine-go', where);
  }

  protected override render(): TemplateResult {
    return html`<section>
      <button type="button" class="quiet back" @click=${() => this.#go({ page: 'list' })}>
        ${laterIcons.back}<span>${msg('All articles')}</span>
      </button>
      <h2 dir="auto">${this.series}</h2>
      ${this.#content()}
    </section>`;
  }

  #content(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading articles…'));
    const { now } = this.#moment;
    return html`<p class="byline muted">
        <kantine-person-name .person=${this.writer}></kantine-person-name>
      </p>
      <ol>
        ${answer.articles.map(
          (article, at) =>
            html`<li>
              ${articleHead(article, {
                now,
                number: at + 1,
                open: (found) => this.#go(articleAt(found)),
              })}
            </li>`,
        )}
      </ol>`;
  }

  static override styles = [controls, noticeStyles, coverStyles, headStyles, pageStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-article-series': ArticleSeries;
  }
}
