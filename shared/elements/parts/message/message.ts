// In one file, since each panel below a message shares what is open and what is being sent.
import { isKantineError, limits } from '@kantine/core';
import type { Audience, CommentView, PostView, ReactionKind, Revision } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { html } from '../../kit/compact.ts';
import { Acting } from '../../kit/acting.ts';
import { controls } from '../../kit/controls.ts';
import { errorText } from '../../kit/error-text.ts';
import { icons } from '../../kit/icons.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { MomentController } from '../../kit/moment-controller.ts';
import { errorNotice, noticeStyles } from '../../kit/notice.ts';
import { loadComposer } from '../composer/load.ts';
import { face, faceStyles } from '../avatar/face.ts';
import { momentText } from '../../locale/moment.ts';
import { markdownStyles } from '../markdown/markdown.ts';
import { popoverStyles } from '../../kit/popover.ts';
import { CardBehind, cardBehindStyles } from '../person-name/card-behind.ts';
import { Reactions, reactionStyles } from '../reactions/reactions.ts';
import { messageStyles } from './message.styles.ts';
import { stamp, words } from './parts.ts';
import { isSending, targetOf } from './surroundings.ts';
import type * as Panels from './panels.ts';
import type { MessageActions } from './surroundings.ts';

const loadPanels = (): Promise<typeof Panels> => import('./panels.ts');

/** What is open below a message. */
type Panel = 'none' | 'edit' | 'delete' | 'history';

/**
 * One post or comment: who, when, what, and what can be done with it.
 * @fires kantine-reply when the reader wants to answer it.
 */
export class Message extends KantineElement {
  @property({ attribute: false }) view: PostView | CommentView | undefined;
  @property({ attribute: false }) actions: MessageActions | undefined;
  @property({ attribute: false }) audience: Audience | undefined;
  /** The post that a comment is on; absent for a post. */
  @property() post: string | undefined;
  @property({ type: Boolean, attribute: 'can-write' }) canWrite = false;
  @state() private panel: Panel = 'none';
  @state() private history: readonly Revision[] | undefined;
  /** The panels below a message are fetched when one opens for the first time. */
  @state() private panels: typeof Panels | undefined;
  @query('article') private article!: HTMLElement | null;
  readonly #card = new CardBehind(this);
  readonly #acting = new Acting<'delete' | 'history' | 'panel'>(this);
  /** Reactions may be tapped faster than they are sent; each is run, in its turn. */
  @state() private reactionError: unknown;
  #reactAgain: (() => void) | undefined;
  /** The button that opened the panel, to give it the focus back. */
  #opener: HTMLElement | undefined;
  /** What the edit is based on; after a conflict, whatever is there by then. */
  #base: string | undefined;
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
      await actions.react(targetOf(view, this.post), before, kind);
    } catch (error) {
      this.reactionError = error;
      this.#reactAgain = () => void this.#giveReaction(before, kind);
    }
  }

  #open(panel: Panel, opener: EventTarget | null): void {
    if (this.panel === panel) return this.#close();
    this.panel = panel;
    this.#acting.clear();
    this.#opener = opener as HTMLElement;
    this.#base = this.view?.version;
    if (panel === 'edit') void loadComposer().then(() => this.focusOn('kantine-composer'));
    else void this.#loadPanel(panel);
  }

  async #loadPanel(panel: Panel): Promise<void> {
    await this.#acting.run('panel', async () => {
      this.panels ??= await loadPanels();
    });
    if (panel === 'history') await this.#loadHistory();
    else this.focusOn('.panel input');
  }

  /** Closes the panel; the focus goes back to where it came from, or to what is left of the message. */
  #close(): void {
    this.panel = 'none';
    this.#acting.clear();
    void this.updateComplete.then(() =>
      (this.#opener?.isConnected === true ? this.#opener : this.article)?.focus(),
    );
  }

  /** Gives the focus to the button that answers this message. */
  focusReply(): void {
    this.renderRoot.querySelector<HTMLElement>('button.reply')?.focus();
  }

  async #loadHistory(): Promise<void> {
    const { view, actions } = this;
    if (!view || !actions) return;
    this.history = undefined;
    await this.#acting.run('history', async () => {
      this.history = await actions.history(targetOf(view, this.post));
    });
  }

  readonly #saveEdit = async (text: string): Promise<void> => {
    const { view, actions } = this;
    if (!view || !actions) return;
    const target = targetOf(view, this.post);
    await this.#fromLatest(() => actions.edit(target, this.#base ?? view.version, text));
    this.#close();
  };

  readonly #delete = async (reason: string): Promise<void> => {
    const { view, actions } = this;
    if (!view || !actions) return;
    const target = targetOf(view, this.post);
    const done = await this.#acting.run('delete', () =>
      this.#fromLatest(() => actions.remove(target, this.view?.version ?? '', reason)),
    );
    if (done) this.#close();
  };

  /** After a conflict what is there now is shown, and the next attempt is based on it. */
  async #fromLatest(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (isKantineError(error, 'Conflict')) {
        await this.actions?.refresh();
        this.#base = undefined;
        this.requestUpdate();
      }
      throw error;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    const name = view.author.name || msg('Former colleague');
    return html`<article tabindex="-1" aria-label=${msg(str`${name}, ${this.#time()}`)}>
      ${this.#face(view)}
      <div class="content">
        <header>
          ${this.#card.render(view.author)}
          ${view.author.active ? nothing : html`<span class="tag">${msg('left the company')}</span>`}
          ${view.author.guest ? html`<span class="tag">${msg('guest')}</span>` : nothing}
          <span class="muted">${stamp(view, this.#time(), this.#edited())}</span>
        </header>
        ${this.panel === 'edit' && this.#base !== undefined ? nothing : words(view)}
        ${this.panel === 'edit' ? this.#panel(view) : nothing}
        ${view.deleted || isSending(view) ? nothing : this.#actions(view)}
        ${this.panel === 'edit' ? nothing : this.#panel(view)} ${this.#failure()}
      </div>
    </article>`;
  }

  /** The name stands beside the face: it is for the pointer, and no second stop for the keyboard. */
  #face({ author }: PostView | CommentView): TemplateResult {
    return html`<div
      class="face"
      aria-hidden="true"
      @pointermove=${this.#card.pointed}
      @pointerleave=${this.#card.left}
      @click=${this.#card.toggle}
    >
      ${face(author)}
    </div>`;
  }

  #failure(): TemplateResult | typeof nothing {
    const { error } = this.#acting;
    const failed = error ?? this.reactionError;
    if (failed === undefined) return nothing;
    const run = error === undefined ? () => this.#reactAgain?.() : this.#acting.repeat;
    return errorNotice(errorText(failed), { label: msg('Try again'), run });
  }

  #time(): string {
    return momentText(this.view?.created ?? 0, this.#moment.now);
  }

  #edited(): TemplateResult {
    return html`<button
      type="button"
      class="link"
      aria-expanded=${this.panel === 'history'}
      @click=${({ currentTarget }: Event) => this.#open('history', currentTarget)}
    >
      ${msg('edited')}
    </button>`;
  }

  #actions(view: PostView | CommentView): TemplateResult {
    return html`<div class="actions">
      ${this.#reactions.render(view.reactions, !this.canWrite)}
      ${this.canWrite ? this.#action('reply') : nothing}
      ${
        view.mine && this.canWrite
          ? html`${this.#action('edit')} ${this.#action('delete')}`
          : nothing
      }
    </div>`;
  }

  #action(action: 'reply' | 'edit' | 'delete'): TemplateResult {
    const [icon, label] = {
      reply: [icons.reply, msg('Reply')] as const,
      edit: [icons.edit, msg('Edit')] as const,
      delete: [icons.remove, msg('Delete')] as const,
    }[action];
    return html`<button
      type="button"
      class="quiet ${action}"
      title=${label}
      aria-expanded=${action === 'reply' ? nothing : this.panel === action}
      @click=${({ currentTarget }: Event) =>
        action === 'reply'
          ? this.emit('kantine-reply', this.view)
          : this.#open(action, currentTarget)}
    >
      ${icon}<span>${label}</span>
    </button>`;
  }

  #panel(view: PostView | CommentView): TemplateResult | typeof nothing {
    switch (this.panel) {
      case 'none':
        return nothing;
      case 'edit':
        return html`<kantine-composer
          label=${msg('Edit your message')}
          submit-label=${msg('Save')}
          cancellable
          max=${this.post === undefined ? limits.post : limits.comment}
          draft-name=${this.actions?.draftName('edit', view.id, this.post ?? '') ?? nothing}
          .audience=${this.audience}
          .initial=${view.text}
          .send=${this.#saveEdit}
          @kantine-cancel=${() => this.#close()}
        ></kantine-composer>`;
      case 'delete':
        return (
          this.panels?.deletePanel({
            busy: this.#acting.busy === 'delete',
            submit: (reason) => void this.#delete(reason),
            cancel: () => this.#close(),
          }) ?? nothing
        );
      case 'history':
        return this.#acting.error === undefined
          ? (this.panels?.historyPanel(this.history) ?? nothing)
          : nothing;
    }
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
