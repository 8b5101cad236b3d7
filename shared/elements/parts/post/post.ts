// In one file, since the post, its threads and the field for an answer are drawn as one.
import { foldThreads } from '@kantine/core';
import type { CommentView, GroupAudience, PostView, Thread } from '@kantine/core';
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
import { KantineElement } from '../../kit/kantine-element.ts';
import { MomentController } from '../../kit/moment-controller.ts';
import { NearController } from '../../kit/near-controller.ts';
import { againNotice, noticeStyles } from '../../kit/notice.ts';
import { momentText } from '../../locale/moment.ts';
import { plural } from '../../locale/plural.ts';
import { roughly } from '../../locale/roughly.ts';
import type { Message } from '../message/message.ts';
import { messageLabel } from '../message/parts.ts';
import type * as Answer from './answer.ts';
import type * as Question from './question.ts';
import type * as Decided from '../stewards/decided.ts';
import { brief } from './brief.ts';
import { fetchDecided } from '../message/decided-later.ts';
import { postStyles } from './post.styles.ts';
import { keepRoom } from './room.ts';
import { isSending } from '../message/surroundings.ts';
import type { MessageActions } from '../message/surroundings.ts';

const loadQuestion = (): Promise<typeof Question> => import('./question.ts');
const loadAnswer = (): Promise<typeof Answer> => import('./answer.ts');

/** A post with its conversation. */
export class Post extends KantineElement {
  @property({ attribute: false }) view: PostView | undefined;
  @property({ attribute: false }) actions: MessageActions | undefined;
  @property({ attribute: false }) audience: GroupAudience | undefined;
  @property({ type: Boolean, attribute: 'can-write' }) canWrite = false;
  /** Draws its words only, until the reader comes near. */
  @property({ type: Boolean }) lazy = false;
  /** Shows its comments on request only. */
  @property({ type: Boolean }) folded = false;
  @state() private unfolded = false;
  readonly #near = new NearController(this);
  readonly #moment = new MomentController(this, () => this.view?.created);
  /** What answers is fetched when somebody is about to, or had begun to. */
  @state() private answer: Answer.PostAnswer | undefined;
  /** What a question or an idea shows besides is fetched with the first one. */
  @state() private question: typeof Question | undefined;
  /** That its conversation is closed is said with what comes with the first such post. */
  @state() private decided: typeof Decided | undefined;
  /** The post whose draft was looked for. */
  #looked: string | undefined;
  readonly #expanding = new Acting(this);
  /** Beside the other: who wants to answer need not wait for earlier comments. */
  readonly #answering = new Acting(this);
  readonly #marking = new Acting(this);

  readonly #reply = ({ detail, target }: CustomEvent<PostView | CommentView>): void => {
    this.unfolded = true;
    void this.#load((answer) => answer.begin(detail, target as Message));
  };

  /** Opens the field below the comments. */
  readonly #begin = (): void => {
    const { view } = this;
    if (view) void this.#load((answer) => answer.begin(view));
  };

  async #load(use: (answer: Answer.PostAnswer) => void): Promise<void> {
    const { view } = this;
    await this.#answering.run('answer', async () => {
      const { PostAnswer } = await loadAnswer();
      if (this.view?.id !== view?.id) return;
      this.answer ??= new PostAnswer(this);
      use(this.answer);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.lazy) this.#near.begin();
    const { view, actions } = this;
    this.role = 'article';
    this.ariaLabel =
      view && !view.unwanted
        ? messageLabel(view, momentText(view.created, this.#moment.now))
        : null;
    if (view && !this.#near.isNear) keepRoom(this, view, this.folded);
    if (view?.kind && !this.question) {
      loadQuestion().then(
        (question) => {
          question.dress(this);
          this.question = question;
        },
        () => undefined,
      );
    }
    if (view?.closed && !this.decided) fetchDecided(this, (decided) => (this.decided = decided));
    if (!view || !actions || this.#looked === view.id) return;
    this.#looked = view.id;
    this.answer = undefined;
    const draft = actions.draftName('answer', view.id, '');
    // The words come first; the storage answers slowly when it is asked for the first time.
    afterFrame(() => {
      const isTyped = this.view?.id === view.id && loadDraft(draft) !== undefined;
      if (isTyped) void this.#load((answer) => answer.restore());
    });
  }

  readonly #expand = async (): Promise<void> => {
    const { view, actions } = this;
    if (!view || !actions) return;
    await this.#expanding.run('expand', async () => {
      await actions.expand(view.id);
      const focused = this.shadowRoot?.activeElement;
      // The button is gone; the keyboard goes on where the comments begin, unless it is elsewhere already.
      if (!focused || focused.matches('.more')) this.focusOn('.threads');
    });
  };

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    if (this.lazy && !this.#near.isNear) return brief(view);
    const isFolded = this.folded && !this.unfolded;
    const threads = isFolded ? [] : foldThreads(view.comments);
    // What somebody types stays with them, whatever becomes of the post.
    const isHere = !view.deleted || this.answer?.isOpen === true;
    const isOpen = this.canWrite && isHere && !view.closed && !isSending(view) && !isFolded;
    return html`<div class="post" @kantine-reply=${this.#reply}>
      ${view.kind ? this.question?.kindLine(view) : nothing}
      <kantine-message
        .view=${view}
        .actions=${this.actions}
        .audience=${this.audience}
        ?can-write=${this.canWrite}
        ?closed=${view.closed}
      ></kantine-message>
      ${this.question?.solution(view, this.actions) ?? nothing}
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
      ${isOpen ? this.#lastComposer(threads) : nothing} ${this.decided?.closedLine(view)}
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
    const acts = [this.#marking, this.#answering, this.#expanding];
    const failed = acts.find(({ error }) => error !== undefined);
    if (failed) return againNotice(failed.error, failed.repeat);
    if (hidden <= 0) return nothing;
    const number = roughly(hidden, view.isCountRough);
    return html`<button
      type="button"
      class="quiet more"
      aria-disabled=${this.#expanding.isBusy}
      @click=${this.#expand}
    >
      ${
        this.#expanding.isBusy
          ? msg('Loading…')
          : plural(hidden, {
              one: msg('Show 1 earlier comment'),
              other: msg(str`Show ${number} earlier comments`),
            })
      }
    </button>`;
  }

  #thread(thread: Thread, view: PostView): TemplateResult {
    const { comment, replies } = thread;
    return html`<li>
      ${this.#comment(comment, view)}
      ${
        replies.length === 0
          ? nothing
          : html`<ol class="replies" aria-label=${msg('Replies')}>
              ${repeat(
                replies,
                (reply) => reply.id,
                (reply) => html`<li>${this.#comment(reply, view)}</li>`,
              )}
            </ol>`
      }
      ${this.answer?.isIn(thread) === true ? this.answer.render() : nothing}
    </li>`;
  }

  #comment(comment: CommentView, post: PostView): TemplateResult {
    return html`<kantine-message
      class="comment"
      .view=${comment}
      .actions=${this.actions}
      .audience=${this.audience}
      post=${post.id}
      .further=${this.#further(comment, post)}
      ?can-write=${this.canWrite}
      ?closed=${post.deleted || post.closed}
    ></kantine-message>`;
  }

  /** What readers say of an answer to a question. */
  #further(answer: CommentView, post: PostView): unknown {
    const { canWrite, actions } = this;
    return this.question?.answerActions(answer, post, { canWrite, actions, acting: this.#marking });
  }

  /** Below everything: for the post itself, and for an answer whose comment was deleted meanwhile. */
  #lastComposer(threads: readonly Thread[]): TemplateResult | typeof nothing {
    // A reply is written where it will stand.
    if (threads.some((thread) => this.answer?.isIn(thread))) return nothing;
    if (this.answer?.isOpen === true) return this.answer.render();
    // Without comments yet, a field under every post would be most of what the page shows.
    if (threads.length === 0) return nothing;
    return html`<button type="button" class="answer begin" @click=${this.#begin}>
      ${msg('Write a comment')}
    </button>`;
  }

  static override styles = [controls, noticeStyles, postStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-post': Post;
  }
}
