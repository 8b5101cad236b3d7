import type { CommentView, GroupAudience, PostView, ReactionKind } from '@kantine/core';
import { msg } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { html } from '../../kit/compact.ts';
import { Acting } from '../../kit/acting.ts';
import { controls } from '../../kit/controls.ts';
import { loadWords } from '../../kit/error-text.ts';
import * as icons from '../../kit/icons.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { MomentController } from '../../kit/moment-controller.ts';
import { againNotice, noticeStyles } from '../../kit/notice.ts';
import { face, faceStyles } from '../avatar/face.ts';
import { momentText } from '../../locale/moment.ts';
import { markdownStyles } from '../markdown/markdown.ts';
import { popoverStyles } from '../../kit/popover.ts';
import { CardBehind, cardBehindStyles } from '../person-name/card-behind.ts';
import { Reactions, reactionStyles } from '../reactions/reactions.ts';
import { fetchDecided } from './decided-later.ts';
import { messageStyles } from './message.styles.ts';
import { isLong, messageLabel, stamp, words } from './parts.ts';
import { isSending, targetOf } from './surroundings.ts';
import type * as Decided from '../stewards/decided.ts';
import type * as Panel from './panel.ts';
import type { MessageActions } from './surroundings.ts';

const loadPanel = (): Promise<typeof Panel> => import('./panel.ts');

/**
 * One post or comment: who, when, what, and what can be done with it.
 * @fires kantine-reply when the reader wants to answer it.
 */
export class Message extends KantineElement {
  @property({ attribute: false }) view: PostView | CommentView | undefined;
  @property({ attribute: false }) actions: MessageActions | undefined;
  @property({ attribute: false }) audience: GroupAudience | undefined;
  /** The post that a comment is on; absent for a post. */
  @property() post: string | undefined;
  /** What stands behind the buttons of every message. */
  @property({ attribute: false }) further: unknown;
  @property({ type: Boolean, attribute: 'can-write' }) canWrite = false;
  /** Whether its conversation takes no more comments. */
  @property({ type: Boolean }) closed = false;
  /** What opens below a message is fetched when it does for the first time. */
  @state() private panel: Panel.MessagePanel | undefined;
  /** What shows messages that are not shown as they are is fetched with the first of them. */
  @state() private decided: typeof Decided | undefined;
  /** Whether the reader looks all the same at what is long, or by somebody whom they would rather not see. */
  @state() private revealed = false;
  readonly #card = new CardBehind(this);
  readonly #acting = new Acting<'panel'>(this);
  /** Reactions may be tapped faster than they are sent; each is run, in its turn. */
  @state() private reactionError: unknown;
  #reactAgain: (() => void) | undefined;
  readonly #moment = new MomentController(this, () => this.view?.created);

  readonly #reactions = new Reactions(this, {
    react: (kind) => void this.#giveReaction(this.view?.reactions.mine, kind),
    reactors: async () => {
      const { view, actions } = this;
      return view && actions ? actions.reactors(targetOf(view, this.post)) : [];
    },
    failed: (error, again) => {
      this.reactionError = error;
      this.#reactAgain = () => {
        this.reactionError = undefined;
        again();
      };
    },
  });

  async #giveReaction(
    before: ReactionKind | undefined,
    kind: ReactionKind | undefined,
  ): Promise<void> {
    const { view, actions } = this;
    if (!view || !actions) return;
    this.reactionError = undefined;
    try {
      const writing = await actions.writing();
      await writing.react(targetOf(view, this.post), before, kind);
    } catch (error) {
      await loadWords(error);
      this.reactionError = error;
      this.#reactAgain = () => void this.#giveReaction(before, kind);
    }
  }

  async #open(kind: Panel.PanelKind, opener: HTMLElement): Promise<void> {
    await this.#acting.run('panel', async () => {
      if (this.panel) return;
      const { MessagePanel } = await loadPanel();
      this.panel = new MessagePanel(this);
    });
    this.panel?.toggle(kind, opener);
  }

  /** Gives the focus to the button that answers this message. */
  focusReply(): void {
    this.renderRoot.querySelector<HTMLElement>('button.reply')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, panel } = this;
    if (!view) return nothing;
    if (view.unwanted && !this.revealed) {
      return this.#later?.unwanted(this.post === undefined, this.#reveal) ?? nothing;
    }
    // The name stands beside the face: it is for the pointer, and no second stop for the keyboard.
    // Who wrote a post, and when, is said by the element around it and its comments.
    const isPost = this.post === undefined;
    return html`<div
      tabindex="-1"
      class="message ${view.hidden ? 'hidden' : ''}"
      role=${isPost ? nothing : 'article'}
      aria-label=${isPost ? nothing : messageLabel(view, this.#time())}
    >
      <div
        class="face"
        aria-hidden="true"
        @pointermove=${this.#card.pointed}
        @pointerleave=${this.#card.left}
        @click=${this.#card.toggle}
      >
        ${face(view.author)}
      </div>
      <div class="content">
        <header>
          ${this.#card.render(view.author)}
          ${view.author.active ? nothing : html`<span class="tag">${msg('left the company')}</span>`}
          ${view.author.guest ? html`<span class="tag">${msg('guest')}</span>` : nothing}
          ${'topic' in view ? html`<span class="tag"><bdi>${view.topic.name}</bdi></span>` : nothing}
          <span class="muted">${stamp(view, this.#time(), this.#edited())}</span>
        </header>
        ${panel?.isInsteadOfWords === true ? nothing : this.#words(view)} ${this.#decided(view)}
        ${panel?.kind === 'edit' ? panel.render(view) : nothing}
        ${view.deleted || isSending(view) || panel?.kind === 'edit' || (view.hidden && view.text === '') ? nothing : this.#actions(view)}
        ${panel?.kind === 'edit' ? nothing : panel?.render(view)} ${this.#failure()}
      </div>
    </div>`;
  }

  #failure(): TemplateResult | typeof nothing {
    const acting = this.panel?.acting.error === undefined ? this.#acting : this.panel.acting;
    const { error } = acting;
    const failed = error ?? this.reactionError;
    if (failed === undefined) return nothing;
    const run = error === undefined ? () => this.#reactAgain?.() : acting.repeat;
    return againNotice(failed, run);
  }

  #words(view: PostView | CommentView): TemplateResult | typeof nothing {
    if (view.deleted) return this.#later?.deleted(view) ?? nothing;
    if (this.revealed || !isLong(view)) return words(view);
    return this.#later?.folded(view, this.#reveal) ?? nothing;
  }

  readonly #reveal = (): void => {
    this.revealed = true;
    this.focusOn('.message');
  };

  #decided(view: PostView | CommentView): TemplateResult | typeof nothing {
    if (!view.hidden && !('late' in view)) return nothing;
    return (
      this.#later?.decided(view, {
        isPost: this.post === undefined,
        now: this.#moment.now,
        canWrite: this.canWrite,
        open: (kind, opener) => void this.#open(kind, opener),
      }) ?? nothing
    );
  }

  /** What shows messages that are not shown as they are, once it is there. */
  get #later(): typeof Decided | undefined {
    if (!this.decided) fetchDecided(this, (decided) => (this.decided = decided));
    return this.decided;
  }

  #time(): string {
    return momentText(this.view?.created ?? 0, this.#moment.now);
  }

  #edited(): TemplateResult {
    return html`<button
      type="button"
      class="link"
      aria-expanded=${this.panel?.kind === 'history'}
      @click=${({ currentTarget }: Event) => this.#open('history', currentTarget as HTMLElement)}
    >
      ${msg('edited')}
    </button>`;
  }

  #actions(view: PostView | CommentView): TemplateResult {
    return html`<div class="actions">
      ${this.#reactions.render(view.reactions, !this.canWrite)}
      ${this.canWrite && !this.closed ? this.#action('reply') : nothing} ${this.further}
      ${
        view.mine && this.canWrite
          ? html`${this.#action('edit')} ${this.#action('delete')}`
          : nothing
      }
      ${this.#action('more')}
    </div>`;
  }

  #action(action: 'reply' | 'edit' | 'delete' | 'more'): TemplateResult {
    const [icon, label] = {
      reply: [icons.reply, msg('Reply')] as const,
      edit: [icons.edit, msg('Edit')] as const,
      delete: [icons.remove, msg('Delete')] as const,
      // Drawn by a style: there is one beside every message.
      more: [undefined, msg('More')] as const,
    }[action];
    return html`<button
      type="button"
      class="quiet ${action}"
      title=${label}
      aria-label=${label}
      aria-expanded=${action === 'reply' ? nothing : this.panel?.kind === action}
      @click=${({ currentTarget }: Event) =>
        action === 'reply'
          ? this.emit('kantine-reply', this.view)
          : this.#open(action, currentTarget as HTMLElement)}
    >
      ${icon ? html`${icon}<span>${label}</span>` : nothing}
    </button>`;
  }

  static override styles = [
    controls,
    popoverStyles,
    faceStyles,
    noticeStyles,
    markdownStyles,
    cardBehindStyles,
    reactionStyles,
    messageStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-message': Message;
  }
}
