import type { ArticleHead, DraftHead, GroupView, OwnArticles } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Acting } from '../kit/acting.ts';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import * as laterIcons from '../kit/later-icons.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { named } from '../kit/later-named.ts';
import { againNotice, failureNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { fullMomentText, momentText } from '../locale/moment.ts';
import { pageStyles } from './page.styles.ts';
import { articleAt } from './where.ts';
import type { Where } from './where.ts';

/** As many as one question names. */
const mostGroups = 30;

/**
 * The reader's drafts, and what waits to appear.
 *
 * @fires kantine-go with where the reader wants to go.
 */
export class OwnArticlesList extends CommunityElement {
  /** The group's id, where the blog is that of a group. */
  @property() group: string | undefined;
  /** The groups that the reader is in, elsewhere. */
  @property({ attribute: false }) groups: readonly GroupView[] = [];
  /** Whether the host keeps back what waits to appear. */
  @property({ attribute: false }) isKeptBack = false;
  readonly #acting = new Acting(this);
  readonly #asking = new Asking<OwnArticles>(this, {
    args: () => [this.group, ...this.groups.map(({ id }) => id)],
    ask: ({ blog }) => {
      const groups = this.group ? [this.group] : this.groups.map(({ id }) => id);
      return blog.own({ groups: groups.slice(0, mostGroups) });
    },
  });

  #go(where: Where): void {
    this.emit('kantine-go', where);
  }

  async #discard(key: string): Promise<void> {
    const isDone = await this.#acting.run('discard', () =>
      this.community?.blog.discardDraft({ key }),
    );
    if (!isDone) return;
    this.#asking.show((own) => ({ ...own, drafts: own.drafts.filter((each) => each.key !== key) }));
    // The button that had the focus is gone.
    this.focusOn('h2');
  }

  protected override render(): TemplateResult {
    const { error } = this.#acting;
    return html`<section>
      <button type="button" class="quiet back" @click=${() => this.#go({ page: 'list' })}>
        ${laterIcons.back}<span>${msg('All articles')}</span>
      </button>
      <h2 id="drafts" tabindex="-1">${msg('Your drafts')}</h2>
      ${error === undefined ? nothing : againNotice(error, this.#acting.repeat)} ${this.#content()}
    </section>`;
  }

  #content(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Loading your drafts…'), 1);
    const { drafts, waiting } = answer;
    return html`<section aria-labelledby="drafts">
        ${
          drafts.length === 0
            ? html`<p role="status">${msg('You have no drafts.')}</p>`
            : html`<p class="muted">${msg('Only you can read them, on all of your devices.')}</p>
                <ol>
                  ${repeat(
                    drafts,
                    ({ key }) => key,
                    (draft) => html`<li>${this.#draft(draft)}</li>`,
                  )}
                </ol>`
        }
      </section>
      ${
        waiting.length === 0
          ? nothing
          : html`<section aria-labelledby="waiting">
              <h3 id="waiting">${msg('Waiting to appear')}</h3>
              <p class="muted">${waitingText(this.isKeptBack)}</p>
              <ol>
                ${waiting.map((article) => html`<li>${this.#waiting(article)}</li>`)}
              </ol>
            </section>`
      }`;
  }

  #draft({ key, title, modified }: DraftHead): TemplateResult {
    const name = title === '' ? msg('Without a title') : title;
    const go = (): void => this.#go({ page: 'write', writing: { kind: 'draft', key } });
    const when = momentText(modified, Date.now());
    return html`<div>
      <h3 dir="auto">${name}</h3>
      <p class="muted">${msg(str`Last changed ${when}.`)}</p>
      <div class="actions">
        <button
          type="button"
          class="secondary"
          aria-label=${named(msg('Go on writing'), name)}
          @click=${go}
        >
          ${msg('Go on writing')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label=${named(msg('Discard'), name)}
          @click=${() => void this.#discard(key)}
        >
          ${msg('Discard')}
        </button>
      </div>
    </div>`;
  }

  #waiting(article: ArticleHead): TemplateResult {
    const when = fullMomentText(article.at);
    return html`<div>
      <h4 dir="auto">${article.title}</h4>
      <p class="muted">${msg(str`Appears ${when}`)}</p>
      <div class="actions">
        <button
          type="button"
          class="secondary"
          aria-label=${named(msg('Look at it'), article.title)}
          @click=${() => this.#go(articleAt(article))}
        >
          ${msg('Look at it')}
        </button>
      </div>
    </div>`;
  }

  static override styles = [controls, noticeStyles, pageStyles];
}

/** Who finds what waits in the group that it is for. */
const waitingText = (isKeptBack: boolean): string =>
  isKeptBack
    ? msg('Until then only you can read them.')
    : msg(
        'Until then they are already in the site’s lists, where a colleague with technical skill could find them.',
      );

declare global {
  interface HTMLElementTagNameMap {
    'kantine-own-articles': OwnArticlesList;
  }
}
