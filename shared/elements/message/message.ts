import { isKantineError, limits } from '@kantine/core';
import type { CommentView, PostView, Revision } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { icons } from '../internal/icons.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { MomentController } from '../internal/moment-controller.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { momentText } from '../locale/moment.ts';
import { markdownStyles } from '../markdown/markdown.ts';
import type { Reaction } from '../reactions/reactions.ts';
import { isSending } from '../wall/wall-state.ts';
import type { WallModel, WallMessage } from '../wall/wall-model.ts';
import { messageStyles } from './message.styles.ts';
import { deletePanel, historyPanel } from './panels.ts';
import { stamp, words } from './parts.ts';

/** What is open below a message. */
type Panel = 'none' | 'edit' | 'delete' | 'history';

/**
 * One post or comment: who, when, what, and what can be done with it.
 * @fires kantine-reply when the reader wants to answer it.
 */
export class Message extends KantineElement {
  @property({ attribute: false }) view: PostView | CommentView | undefined;
  @property({ attribute: false }) model: WallModel | undefined;
  /** The post that a comment is on; absent for a post. */
  @property() post: string | undefined;
  @property({ type: Boolean, attribute: 'can-write' }) canWrite = false;
  @state() private panel: Panel = 'none';
  @state() private error: unknown;
  @state() private busy = false;
  @state() private history: readonly Revision[] | undefined;
  @query('article') private article!: HTMLElement | null;
  /** The one thing that failed, to do it again. */
  #retry: (() => void) | undefined;
  /** The button that opened the panel, to give it the focus back. */
  #opener: HTMLElement | undefined;
  /** What the edit is based on; after a conflict, whatever is there by then. */
  #base: string | undefined;
  readonly #moment = new MomentController(this, () => this.view?.created);

  get #target(): WallMessage | undefined {
    const { view, post } = this;
    if (!view) return undefined;
    return post === undefined
      ? { kind: 'post', id: view.id, post: view.id }
      : { kind: 'comment', id: view.id, post };
  }

  readonly #react = ({ detail: { kind } }: CustomEvent<Reaction>): void => {
    const { model, view } = this;
    const target = this.#target;
    if (!model || !view || !target) return;
    const before = view.reactions.mine;
    void this.#try(() => model.react(target, before, kind));
  };

  /** Runs something that may fail; its failure is shown with a way to try again. */
  async #try(run: () => Promise<void>): Promise<boolean> {
    this.error = undefined;
    this.busy = true;
    try {
      await run();
      return true;
    } catch (error) {
      this.error = error;
      this.#retry = () => void this.#try(run);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #open(panel: Panel, opener: EventTarget | null): void {
    if (this.panel === panel) return this.#close();
    this.panel = panel;
    this.error = undefined;
    this.#opener = opener as HTMLElement;
    this.#base = this.view?.version;
    if (panel === 'history') void this.#loadHistory();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('kantine-composer, .panel input')?.focus(),
    );
  }

  /** Closes the panel; the focus goes back to where it came from, or to what is left of the message. */
  #close(): void {
    this.panel = 'none';
    this.error = undefined;
    void this.updateComplete.then(() =>
      (this.#opener?.isConnected === true ? this.#opener : this.article)?.focus(),
    );
  }

  /** Gives the focus to the button that answers this message. */
  focusReply(): void {
    this.renderRoot.querySelector<HTMLElement>('button.reply')?.focus();
  }

  async #loadHistory(): Promise<void> {
    const { community, model } = this;
    const target = this.#target;
    if (!community || !model || !target) return;
    this.history = undefined;
    await this.#try(async () => {
      const { kind, id } = target;
      this.history = await community.wall.history({ group: model.group, kind, id });
    });
  }

  readonly #saveEdit = async (text: string): Promise<void> => {
    const { model, view } = this;
    const target = this.#target;
    if (!model || !view || !target) return;
    await this.#fromLatest(() => model.edit(target, this.#base ?? view.version, text));
    this.#close();
  };

  readonly #delete = async (reason: string): Promise<void> => {
    const { model } = this;
    const target = this.#target;
    if (!model || !target) return;
    const done = await this.#try(() =>
      this.#fromLatest(() => model.remove(target, this.view?.version ?? '', reason)),
    );
    if (done) this.#close();
  };

  /** After a conflict what is there now is shown, and the next attempt is based on it. */
  async #fromLatest(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (isKantineError(error, 'Conflict')) {
        await this.model?.load();
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
      <kantine-person-name class="face" face beside .person=${view.author}></kantine-person-name>
      <div class="content">
        <header>
          <kantine-person-name .person=${view.author}></kantine-person-name>
          ${view.author.active ? nothing : html`<span class="tag">${msg('left the company')}</span>`}
          <span class="muted">${stamp(view, this.#time(), this.#edited())}</span>
        </header>
        ${this.panel === 'edit' && this.#base !== undefined ? nothing : words(view)}
        ${this.panel === 'edit' ? this.#panel(view) : nothing}
        ${view.deleted || isSending(view) ? nothing : this.#actions(view)}
        ${this.panel === 'edit' ? nothing : this.#panel(view)}
        ${
          this.error === undefined
            ? nothing
            : errorNotice(errorText(this.error), {
                label: msg('Try again'),
                run: () => this.#retry?.(),
              })
        }
      </div>
    </article>`;
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
    const target = this.#target;
    const message = target && this.model ? { ...target, group: this.model.group } : undefined;
    return html`<div class="actions">
      <kantine-reactions
        .summary=${view.reactions}
        .message=${message}
        ?disabled=${!this.canWrite}
        @kantine-react=${this.#react}
      ></kantine-reactions>
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
          .audience=${this.model?.state.info?.audience}
          .initial=${view.text}
          .send=${this.#saveEdit}
          @kantine-cancel=${() => this.#close()}
        ></kantine-composer>`;
      case 'delete':
        return deletePanel({
          busy: this.busy,
          submit: (reason) => void this.#delete(reason),
          cancel: () => this.#close(),
        });
      case 'history':
        return this.error === undefined ? historyPanel(this.history) : nothing;
    }
  }

  static override styles = [controls, noticeStyles, markdownStyles, messageStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-message': Message;
  }
}
