// In one file, since the post, its comments and the answer to them share what is open.
import { foldThreads, limits } from '@kantine/core';
import type { Audience, CommentView, PostView, Thread } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../../kit/compact.ts';
import { Acting } from '../../kit/acting.ts';
import { afterFrame } from '../../kit/after-frame.ts';
import { controls } from '../../kit/controls.ts';
import { loadDraft } from '../../kit/drafts.ts';
import { errorText } from '../../kit/error-text.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { NearController } from '../../kit/near-controller.ts';
import { errorNotice, noticeStyles } from '../../kit/notice.ts';
import { numberText } from '../../locale/formats.ts';
import { plural } from '../../locale/plural.ts';
import type { Message } from '../message/message.ts';
import { brief } from './brief.ts';
import { postStyles } from './post.styles.ts';
import { loadComposer } from '../composer/load.ts';
import { isSending } from '../message/surroundings.ts';
import type { MessageActions } from '../message/surroundings.ts';

/** A post with its conversation. */
export class Post extends KantineElement {
  @property({ attribute: false }) view: PostView | undefined;
  @property({ attribute: false }) actions: MessageActions | undefined;
  @property({ attribute: false }) audience: Audience | undefined;
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
  /** Whether an answer to the post was typed before this page was loaded. */
  @state() private drafted = false;
  /** The post whose draft was looked for. */
  #looked: string | undefined;
  readonly #acting = new Acting<'expand'>(this);

  readonly #reply = ({ detail, target }: CustomEvent<PostView | CommentView>): void => {
    this.answering = detail;
    this.unfolded = true;
    this.#asked = target as Message;
    this.#focusComposer();
  };

  readonly #send = async (text: string, key: string): Promise<void> => {
    const { view, actions, answering } = this;
    if (!view || !actions) return;
    await actions.comment(view.id, threadOf(answering), text, key);
    this.#cancel();
  };

  readonly #cancel = (): void => {
    const asked = this.#asked;
    this.answering = undefined;
    this.drafted = false;
    if (asked) asked.focusReply();
    else this.focusOn('.begin');
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { view, actions } = this;
    if (!view || !actions || this.#looked === view.id) return;
    this.#looked = view.id;
    this.drafted = false;
    // The words come first; the storage answers slowly when it is asked for the first time.
    afterFrame(() => {
      if (this.view?.id === view.id)
        this.drafted = loadDraft(this.#draftName(undefined)) !== undefined;
    });
  }

  /** Each thread has a draft of its own, wherever its composer stands. */
  #draftName(thread: string | undefined): string {
    return this.actions?.draftName('answer', this.view?.id ?? '', thread ?? '') ?? '';
  }

  /** Opens the field below the comments. */
  readonly #begin = (): void => {
    this.answering = this.view;
    this.#asked = undefined;
    this.#focusComposer();
  };

  #focusComposer(): void {
    void loadComposer().then(() => this.focusOn('kantine-composer'));
  }

  readonly #expand = async (): Promise<void> => {
    const { view, actions } = this;
    if (!view || !actions) return;
    const isDone = await this.#acting.run('expand', () => actions.expand(view.id));
    // The button is gone; the keyboard goes on where the comments begin.
    if (isDone) this.focusOn('.threads');
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
        .actions=${this.actions}
        .audience=${this.audience}
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

  #fold({ commentCount, isCountRough }: PostView): TemplateResult | typeof nothing {
    if (commentCount === 0) return nothing;
    const number = roughly(commentCount, isCountRough);
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
    if (this.#acting.error !== undefined) {
      const action = { label: msg('Try again'), run: () => void this.#expand() };
      return errorNotice(errorText(this.#acting.error), action);
    }
    if (hidden <= 0) return nothing;
    const number = roughly(hidden, view.isCountRough);
    return html`<button
      type="button"
      class="quiet more"
      aria-disabled=${this.#acting.isBusy}
      @click=${this.#expand}
    >
      ${
        this.#acting.isBusy
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
      .actions=${this.actions}
      .audience=${this.audience}
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
    if (this.drafted) {
      void loadComposer();
      return this.#replyComposer();
    }
    if (threads.length === 0) return nothing;
    return html`<button type="button" class="answer begin" @click=${this.#begin}>
      ${msg('Write a comment')}
    </button>`;
  }

  #replyComposer(): TemplateResult {
    const { name = '' } = (this.answering ?? this.view)?.author ?? {};
    return this.#composer(msg(str`Reply to ${name === '' ? msg('Former colleague') : name}`));
  }

  #composer(label: string): TemplateResult {
    const { answering } = this;
    return html`<kantine-composer
      class="answer"
      compact
      cancellable
      context=${label}
      label=${label}
      placeholder=${msg('Write a comment')}
      submit-label=${msg('Comment')}
      draft-name=${this.#draftName(threadOf(answering))}
      max=${limits.comment}
      .audience=${this.audience}
      .send=${this.#send}
      @kantine-cancel=${this.#cancel}
    ></kantine-composer>`;
  }

  static override styles = [controls, noticeStyles, postStyles];
}

const roughly = (count: number, isRough: boolean | undefined): string =>
  isRough ? msg(str`about ${numberText(count)}`) : numberText(count);

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
