import { foldThreads, limits } from '@kantine/core';
import type { CommentView, PostView, Thread } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../internal/controls.ts';
import { draftName } from '../internal/draft.ts';
import { errorText } from '../internal/error-text.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { NearController } from '../internal/near-controller.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { currentLocale } from '../locale/locale.ts';
import { plural } from '../locale/plural.ts';
import type { Message } from '../message/message.ts';
import { brief } from './brief.ts';
import { postStyles } from './post.styles.ts';
import { isSending } from '../wall/wall-state.ts';
import type { WallModel } from '../wall/wall-model.ts';

/** A post with its conversation. */
export class Post extends KantineElement {
  @property({ attribute: false }) view: PostView | undefined;
  @property({ attribute: false }) model: WallModel | undefined;
  @property({ type: Boolean, attribute: 'can-write' }) canWrite = false;
  /** Draws its words only, until the reader comes near. */
  @property({ type: Boolean }) lazy = false;
  /** Shows its comments on request only. */
  @property({ type: Boolean }) folded = false;
  @state() private unfolded = false;
  readonly #near = new NearController(this);
  /** The comment being answered, or the post itself; undefined while nobody answers. */
  @state() private answering: PostView | CommentView | undefined;
  /** The message whose button was pressed, to give it the focus back. */
  #asked: Message | undefined;
  @state() private expanding = false;
  @state() private error: unknown;

  readonly #reply = ({ detail, target }: CustomEvent<PostView | CommentView>): void => {
    this.answering = detail;
    this.unfolded = true;
    this.#asked = target as Message;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[cancellable]')?.focus(),
    );
  };

  readonly #send = async (text: string, key: string): Promise<void> => {
    const { view, model, answering } = this;
    if (!view || !model) return;
    await model.comment(view.id, threadOf(answering), text, key);
    this.answering = undefined;
  };

  readonly #cancel = (): void => {
    this.answering = undefined;
    this.#asked?.focusReply();
  };

  readonly #expand = async (): Promise<void> => {
    const { view, model } = this;
    if (!view || !model || this.expanding) return;
    this.expanding = true;
    this.error = undefined;
    try {
      await model.expand(view.id);
      // The button is gone; the keyboard goes on where the comments begin.
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.threads')?.focus();
    } catch (error) {
      this.error = error;
    } finally {
      this.expanding = false;
    }
  };

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    if (this.lazy && !this.#near.isNear) return brief(view);
    const isFolded = this.folded && !this.unfolded;
    const threads = isFolded ? [] : foldThreads(view.comments);
    const canAnswer = this.canWrite && !view.deleted && !isSending(view) && !isFolded;
    return html`<div class="post" @kantine-reply=${this.#reply}>
      <kantine-message
        .view=${view}
        .model=${this.model}
        ?can-write=${this.canWrite}
      ></kantine-message>
      ${isFolded ? this.#fold(view) : this.#more(view)}
      ${
        threads.length === 0
          ? nothing
          : html`<ol class="threads" tabindex="-1" aria-label=${msg('Comments')}>
              ${repeat(
                threads,
                ({ comment }) => comment.id,
                (thread) => this.#thread(thread, view),
              )}
            </ol>`
      }
      ${canAnswer ? this.#lastComposer(threads) : nothing}
    </div>`;
  }

  #fold({ commentCount }: PostView): TemplateResult | typeof nothing {
    if (commentCount === 0) return nothing;
    const number = commentCount.toLocaleString(currentLocale());
    return html`<button type="button" class="quiet more" @click=${() => this.#unfold()}>
      ${plural(commentCount, {
        one: msg('Show 1 comment'),
        other: msg(str`Show ${number} comments`),
      })}
    </button>`;
  }

  #unfold(): void {
    this.unfolded = true;
    this.focusOn('.threads');
  }

  #more(view: PostView): TemplateResult | typeof nothing {
    const hidden = view.commentCount - view.comments.length;
    if (this.error !== undefined) {
      const action = { label: msg('Try again'), run: () => void this.#expand() };
      return errorNotice(errorText(this.error), action);
    }
    if (hidden <= 0) return nothing;
    const number = hidden.toLocaleString(currentLocale());
    return html`<button
      type="button"
      class="quiet more"
      aria-disabled=${this.expanding}
      @click=${this.#expand}
    >
      ${
        this.expanding
          ? msg('Loading…')
          : plural(hidden, {
              one: msg('Show 1 earlier comment'),
              other: msg(str`Show ${number} earlier comments`),
            })
      }
    </button>`;
  }

  #thread(thread: Thread, { id }: PostView): TemplateResult {
    const { comment, replies } = thread;
    return html`<li>
      ${this.#comment(comment, id)}
      ${
        replies.length === 0
          ? nothing
          : html`<ol class="replies" aria-label=${msg('Replies')}>
              ${repeat(
                replies,
                (reply) => reply.id,
                (reply) => html`<li>${this.#comment(reply, id)}</li>`,
              )}
            </ol>`
      }
      ${this.#isAnswered(thread) ? this.#replyComposer() : nothing}
    </li>`;
  }

  /** Whether the reader is answering something in this thread. */
  #isAnswered({ comment, replies }: Thread): boolean {
    return [comment, ...replies].some(({ id }) => id === this.answering?.id);
  }

  #comment(comment: CommentView, post: string): TemplateResult {
    return html`<kantine-message
      class="comment"
      .view=${comment}
      .model=${this.model}
      post=${post}
      ?can-write=${this.canWrite}
    ></kantine-message>`;
  }

  /** Below everything: for the post itself, and for an answer whose comment was deleted meanwhile. */
  #lastComposer(threads: readonly Thread[]): TemplateResult | typeof nothing {
    // A reply is written where it will stand.
    if (threads.some((thread) => this.#isAnswered(thread))) return nothing;
    if (this.answering) return this.#replyComposer();
    // Without comments yet, a field under every post would be most of what the page shows.
    return threads.length === 0 ? nothing : this.#composer(msg('Write a comment'));
  }

  #replyComposer(): TemplateResult {
    const { name = '' } = this.answering?.author ?? {};
    return this.#composer(msg(str`Reply to ${name === '' ? msg('Former colleague') : name}`));
  }

  #composer(label: string): TemplateResult {
    const { model, view, answering } = this;
    // Each thread has a draft of its own, wherever its composer stands.
    const draft = [model?.me?.id, model?.group, view?.id, threadOf(answering)];
    return html`<kantine-composer
      class="answer"
      compact
      ?cancellable=${answering !== undefined}
      context=${answering ? label : ''}
      label=${label}
      placeholder=${msg('Write a comment')}
      submit-label=${msg('Comment')}
      draft-name=${draftName(...draft.map((part) => part ?? ''))}
      max=${limits.comment}
      .audience=${model?.state.info?.audience}
      .send=${this.#send}
      @kantine-cancel=${this.#cancel}
    ></kantine-composer>`;
  }

  static override styles = [controls, noticeStyles, postStyles];
}

/** The comment whose thread an answer joins: a reply to a reply joins the reply's. */
function threadOf(answered: PostView | CommentView | undefined): string | undefined {
  if (!answered || !('post' in answered)) return undefined;
  return answered.parent ?? answered.id;
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-post': Post;
  }
}
