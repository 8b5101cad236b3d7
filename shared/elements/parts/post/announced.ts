import { isKantineError } from '@kantine/core';
import type { ArticleView } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Asking } from '../../kit/asking.ts';
import { controls } from '../../kit/controls.ts';
import { define } from '../../kit/define.ts';
import { CommunityElement } from '../../kit/kantine-element.ts';
import { failureNotice, loadingNotice, noticeStyles } from '../../kit/notice.ts';
import { articleText } from '../article-text.ts';
import { markdownStyles } from '../markdown/markdown.ts';

/** The article that a post announces, read where the post stands: no page is known that shows it. */
export class Announced extends CommunityElement {
  /** The group's id. */
  @property() group = '';
  /** The post's id. */
  @property() post = '';
  @state() private isOpen = false;
  readonly #asking = new Asking<ArticleView>(this, {
    args: () => [this.group, this.post, this.isOpen],
    ask: ({ blog }) =>
      this.isOpen ? blog.announced({ group: this.group, post: this.post }) : undefined,
  });

  protected override render(): TemplateResult | typeof nothing {
    // Below an article stands its conversation.
    if (isWithinArticle(this)) return nothing;
    const { isOpen } = this;
    return html`<button
        type="button"
        class="secondary"
        aria-expanded=${isOpen}
        @click=${() => (this.isOpen = !isOpen)}
      >
        ${isOpen ? msg('Hide the article') : msg('Read the article')}
      </button>
      ${isOpen ? this.#content() : nothing}`;
  }

  #content(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) {
      return isKantineError(error, 'NotFound')
        ? html`<p class="gone" role="status">${msg('This is not here, or you may not see it.')}</p>`
        : failureNotice(error, () => void ask());
    }
    return answer ? articleText(answer.text) : loadingNotice(msg('Loading the article…'));
  }

  static override styles = [
    controls,
    noticeStyles,
    markdownStyles,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
        margin-inline-start: 3.25rem;
        overflow-wrap: anywhere;
      }

      .gone {
        color: var(--k-muted);
      }
    `,
  ];
}

function isWithinArticle(element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode ?? hostOf(node)) {
    if (node instanceof Element && node.localName === 'kantine-article') return true;
  }
  return false;
}

const hostOf = (node: Node): Element | null => (node instanceof ShadowRoot ? node.host : null);

define('kantine-announced', Announced);

declare global {
  interface HTMLElementTagNameMap {
    'kantine-announced': Announced;
  }
}
