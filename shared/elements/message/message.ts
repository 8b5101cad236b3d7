import type { CommentView, PostView, ReactionKind, Revision } from '@kantine/core';
import { limits } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../internal/controls.ts';
import { errorText } from '../internal/error-text.ts';
import { icons } from '../internal/icons.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { MomentController } from '../internal/moment-controller.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { fullMomentText, momentText } from '../locale/moment.ts';
import { markdown, markdownStyles } from '../markdown/markdown.ts';
import { isSending } from '../wall/wall-state.ts';
import type { WallModel, WallMessage } from '../wall/wall-model.ts';
import { messageStyles } from './message.styles.ts';

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
  /** The one thing that failed, to do it again. */
  #retry: (() => void) | undefined;
  readonly #moment = new MomentController(this, () => this.view?.created);

  get #target(): WallMessage | undefined {
    const { view, post } = this;
    if (!view) return undefined;
    return post === undefined
      ? { kind: 'post', id: view.id, post: view.id }
      : { kind: 'comment', id: view.id, post };
  }

  readonly #react = ({ detail: kind }: CustomEvent<ReactionKind | undefined>): void => {
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

  #open(panel: Panel): void {
    this.panel = this.panel === panel ? 'none' : panel;
    this.error = undefined;
    if (this.panel === 'history') void this.#loadHistory();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('kantine-composer, .panel input')?.focus(),
    );
  }

  async #loadHistory(): Promise<void> {
    const { community, model } = this;
    const target = this.#target;
    if (!community || !model || !target) return;
    this.history = undefined;
    await this.#try(async () => {
      const { kind, id } = target;
      this.history = await community.readHistory({ group: model.group, kind, id });
    });
  }

  readonly #saveEdit = async (text: string): Promise<void> => {
    const { model, view } = this;
    const target = this.#target;
    if (!model || !view || !target) return;
    await model.edit(target, view.version, text);
    this.panel = 'none';
  };

  readonly #delete = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { model, view } = this;
    const target = this.#target;
    if (!model || !view || !target) return;
    const form = event.target as HTMLFormElement;
    const reason = new FormData(form).get('reason');
    const { version } = view;
    const done = await this.#try(() =>
      model.remove(target, version, typeof reason === 'string' ? reason : ''),
    );
    if (done) this.panel = 'none';
  };

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    const name = view.author.name || msg('Former colleague');
    return html`<article aria-label=${msg(str`${name}, ${this.#time()}`)}>
      <kantine-person-name class="face" face .person=${view.author}></kantine-person-name>
      <div class="content">
        <header>
          <kantine-person-name .person=${view.author}></kantine-person-name>
          ${view.author.active ? nothing : html`<span class="tag">${msg('left the company')}</span>`}
          <span class="muted">${this.#stamp(view)}</span>
        </header>
        ${this.#body(view)} ${view.deleted || isSending(view) ? nothing : this.#actions(view)}
        ${this.#panel(view)}
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

  #stamp(view: PostView | CommentView): TemplateResult {
    if (isSending(view)) return html`<span role="status">${msg('Sending…')}</span>`;
    const time = html`<time
      datetime=${new Date(view.created).toISOString()}
      title=${fullMomentText(view.created)}
      >${this.#time()}</time
    >`;
    if (!view.edited || view.deleted) return time;
    return html`${time} ·
      <button
        type="button"
        class="link"
        aria-expanded=${this.panel === 'history'}
        @click=${() => this.#open('history')}
      >
        ${msg('edited')}
      </button>`;
  }

  #body(view: PostView | CommentView): TemplateResult | typeof nothing {
    if (this.panel === 'edit') return nothing;
    if (!view.deleted) return html`<div class="markdown">${markdown(view.text)}</div>`;
    return html`<p class="gone">
      ${
        view.reason === ''
          ? msg('Deleted by its author.')
          : msg(str`Deleted by its author: ${view.reason}`)
      }
    </p>`;
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
      ${this.canWrite ? this.#action('reply', () => this.emit('kantine-reply', view)) : nothing}
      ${
        view.mine && this.canWrite
          ? html`${this.#action('edit', () => this.#open('edit'))}
            ${this.#action('delete', () => this.#open('delete'))}`
          : nothing
      }
    </div>`;
  }

  #action(action: 'reply' | 'edit' | 'delete', run: () => void): TemplateResult {
    const [icon, label] = {
      reply: [icons.reply, msg('Reply')] as const,
      edit: [icons.edit, msg('Edit')] as const,
      delete: [icons.remove, msg('Delete')] as const,
    }[action];
    return html`<button
      type="button"
      class="quiet"
      aria-expanded=${action === 'reply' ? nothing : this.panel === action}
      @click=${run}
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
          .initial=${view.text}
          .send=${this.#saveEdit}
          @kantine-cancel=${() => this.#open('none')}
        ></kantine-composer>`;
      case 'delete':
        return this.#deletePanel();
      case 'history':
        return this.#historyPanel();
    }
  }

  #deletePanel(): TemplateResult {
    return html`<form class="panel" @submit=${this.#delete}>
      <p>${msg('Delete this for everybody? Its words are erased; answers stay.')}</p>
      <label>
        ${msg('Reason (optional, everybody can read it)')}
        <input name="reason" maxlength=${limits.deleteReason} autocomplete="off" dir="auto" />
      </label>
      <div class="buttons">
        <button type="button" class="quiet" @click=${() => this.#open('none')}>
          ${msg('Keep it')}
        </button>
        <button type="submit" class="danger" ?disabled=${this.busy}>${msg('Delete')}</button>
      </div>
    </form>`;
  }

  #historyPanel(): TemplateResult {
    return html`<section class="panel" aria-label=${msg('Earlier versions')}>
      <p class="muted">${msg('Earlier versions')}</p>
      ${
        this.history?.map(
          ({ text, replaced }) =>
            html`<div class="revision">
              <p class="muted">${msg(str`Until ${fullMomentText(replaced)}`)}</p>
              <div class="markdown">${markdown(text)}</div>
            </div>`,
        ) ?? (this.error === undefined ? html`<p role="status">${msg('Loading…')}</p>` : nothing)
      }
    </section>`;
  }

  static override styles = [controls, noticeStyles, markdownStyles, messageStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-message': Message;
  }
}
