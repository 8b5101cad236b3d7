/** What opens below a message: its editor, its history, the question before it is deleted. */
import { isKantineError, limits } from '@kantine/core';
import type { CommentView, GroupAudience, PostView, Revision } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Acting } from '../../kit/acting.ts';
import type { KantineElement } from '../../kit/kantine-element.ts';
import { addStyles } from '../../kit/later-styles.ts';
import { isAboveThePage } from '../keys/above-the-page.ts';
import type * as More from '../stewards/more.ts';
import type * as Thanks from '../thanks/message-thanks.ts';
import { panelStyles } from './panel.styles.ts';
import { loadComposer } from '../composer/load.ts';
import { CopyLink } from './copy-link.ts';
import { FollowPost } from './follow-post.ts';
import { deletePanel, historyPanel } from './panels.ts';
import { targetOf } from './surroundings.ts';
import type { MessageActions, MessageTarget, MessageWriting } from './surroundings.ts';

const loadThanks = (): Promise<typeof Thanks> => import('../thanks/message-thanks.ts');
const loadMore = (): Promise<typeof More> => import('../stewards/more.ts');

export type PanelKind = 'edit' | 'delete' | 'history' | More.MoreKind;

/** The message that a panel opens below. */
interface PanelHost extends KantineElement {
  readonly view: PostView | CommentView | undefined;
  readonly actions: MessageActions | undefined;
  readonly audience: GroupAudience | undefined;
  /** The post that a comment is on; absent for a post. */
  readonly post: string | undefined;
  readonly further: unknown;
  readonly canWrite: boolean;
}

export class MessagePanel {
  readonly acting: Acting<'delete' | 'history' | 'more'>;
  /** What is open; undefined while nothing is. */
  kind: PanelKind | undefined;
  readonly #host: PanelHost;
  readonly #copyLink: CopyLink;
  readonly #follow: FollowPost;
  #history: readonly Revision[] | undefined;
  #more: More.MessageMore | undefined;
  #thanks: Thanks.MessageThanks | undefined;
  /** The button that opened the panel, to give it the focus back. */
  #opener: HTMLElement | undefined;
  /** What the edit is based on; after a conflict, whatever is there by then. */
  #base: string | undefined;

  constructor(host: PanelHost) {
    this.#host = host;
    addStyles(host, panelStyles);
    this.acting = new Acting(host);
    this.#copyLink = new CopyLink(host);
    this.#follow = new FollowPost(host);
  }

  /** Whether the editor stands in place of the words; after a conflict it stands below them. */
  get isInsteadOfWords(): boolean {
    return this.kind === 'edit' && this.#base !== undefined;
  }

  /** Opens a panel, or closes it. */
  toggle(kind: PanelKind, opener: HTMLElement): void {
    // What is on its way ends first: its end would close what is open by then.
    const { busy } = this.acting;
    if (busy !== undefined && busy !== 'history') return;
    if (this.kind === kind) return this.#close();
    this.kind = kind;
    this.acting.clear();
    this.#opener = opener;
    this.#base = this.#host.view?.version;
    if (kind === 'history') void this.#loadHistory();
    else if (kind === 'delete') this.#host.focusOn('.panel input');
    else if (kind !== 'edit') void this.#openMore(kind);
    else void loadComposer().then(() => this.#host.focusOn('kantine-composer'));
  }

  async #openMore(kind: More.MoreKind): Promise<void> {
    this.#more = undefined;
    const { view, post } = this.#host;
    if (kind === 'more') this.#host.focusOn('.panel button');
    // What is written on one's own posts waits anyway.
    const isOwn = post === undefined && view?.mine === true;
    if (kind === 'more' && view && !isOwn) void this.#follow.begin(post ?? view.id);
    if (kind === 'more' && view && !view.hidden) void this.#openThanks(targetOf(view, post));
    if (!this.#host.canWrite) return;
    const { MessageMore } = await loadMore();
    if (this.kind !== kind) return;
    const close = (): void => this.#close();
    this.#more = new MessageMore({ host: this.#host, acting: this.acting, close });
    this.#more.begin(kind);
  }

  /** Nothing of them is shown where they cannot be fetched. */
  async #openThanks(target: MessageTarget): Promise<void> {
    this.#thanks = undefined;
    const loaded = await loadThanks().catch(() => undefined);
    if (!loaded) return;
    this.#thanks = new loaded.MessageThanks(this.#host, target);
    await this.#thanks.begin();
  }

  /** The focus goes back to where it came from, or to what is left of the message. */
  #close(): void {
    const { kind } = this;
    this.kind = undefined;
    this.acting.clear();
    void this.#host.updateComplete.then(() => {
      const { renderRoot, isTypingElsewhere } = this.#host;
      if (isTypingElsewhere) return;
      // The button beside an editor is drawn anew.
      const opener = this.#opener?.isConnected
        ? this.#opener
        : renderRoot.querySelector<HTMLElement>(`.actions .${kind}`);
      (opener ?? renderRoot.querySelector<HTMLElement>('.message'))?.focus();
    });
  }

  #giveUp(): void {
    if (!this.acting.isBusy) this.#close();
  }

  async #loadHistory(): Promise<void> {
    const { view, actions, post } = this.#host;
    if (!view || !actions) return;
    this.#history = undefined;
    await this.acting.run('history', async () => {
      this.#history = await actions.history(targetOf(view, post));
    });
  }

  readonly #saveEdit = async (text: string): Promise<void> => {
    const { view, post } = this.#host;
    if (!view) return;
    const target = targetOf(view, post);
    await this.#fromLatest((writing) => writing.edit(target, this.#base ?? view.version, text));
    this.#close();
  };

  readonly #delete = async (reason: string): Promise<void> => {
    const { view, post } = this.#host;
    if (!view) return;
    const target = targetOf(view, post);
    const done = await this.acting.run('delete', () =>
      this.#fromLatest((writing) => writing.remove(target, this.#host.view?.version ?? '', reason)),
    );
    if (done) this.#close();
  };

  /** After a conflict what is there now is shown, and the next attempt is based on it. */
  async #fromLatest(write: (writing: MessageWriting) => Promise<void>): Promise<void> {
    const { actions } = this.#host;
    if (!actions) return;
    try {
      await write(await actions.writing());
    } catch (error) {
      if (isKantineError(error, 'Conflict')) {
        await actions.refresh();
        this.#base = undefined;
        this.#host.requestUpdate();
      }
      throw error;
    }
  }

  render(view: PostView | CommentView): TemplateResult | typeof nothing {
    switch (this.kind) {
      case undefined:
        return nothing;
      case 'edit':
        return this.#editor(view);
      case 'delete':
        return deletePanel({
          busy: this.acting.busy === 'delete',
          submit: (reason) => void this.#delete(reason),
          cancel: () => this.#giveUp(),
        });
      case 'history':
        return this.acting.error === undefined
          ? historyPanel(this.#history, view.mentions)
          : nothing;
      default:
        return this.#moreOf(view);
    }
  }

  #moreOf(view: PostView | CommentView): TemplateResult | typeof nothing {
    const { actions, post = view.id } = this.#host;
    const more = this.#more;
    if (this.kind !== 'more' || more?.isAsking === true) return more?.render(view) ?? nothing;
    if (!actions) return nothing;
    return html`<div
      class="panel"
      role="group"
      aria-label=${msg('More')}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || isAboveThePage(event)) return;
        // A conversation that is open around it stays open.
        event.preventDefault();
        this.#close();
      }}
    >
      ${this.#copyLink.render({ group: actions.group, post })} ${this.#follow.render(post)}
      ${more?.choices(view) ?? nothing} ${this.#thanks?.render() ?? nothing}
    </div>`;
  }

  #editor(view: PostView | CommentView): TemplateResult {
    const { post, actions, audience } = this.#host;
    return html`<kantine-composer
      label=${msg('Edit your message')}
      submit-label=${msg('Save')}
      cancellable
      max=${post === undefined ? limits.post : limits.comment}
      draft-name=${actions?.draftName('edit', view.id, post ?? '') ?? nothing}
      .audience=${audience}
      .group=${actions?.group}
      .initial=${view.text}
      .mentions=${view.mentions ?? []}
      .send=${this.#saveEdit}
      @kantine-cancel=${() => this.#close()}
    ></kantine-composer>`;
  }
}
