/** Answers to a post and to its comments: which one is answered, and the field for it. */
import { limits } from '@kantine/core';
import type { CommentView, GroupAudience, PostView, Thread } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { KantineElement } from '../../kit/kantine-element.ts';
import type { Send } from '../composer/sending.ts';
import { loadComposer } from '../composer/load.ts';
import type { Message } from '../message/message.ts';
import type { MessageActions } from '../message/surroundings.ts';
import { hold, letGo } from './held.ts';

/** The post that is answered. */
interface AnsweredPost extends KantineElement {
  readonly view: PostView | undefined;
  readonly actions: MessageActions | undefined;
  readonly audience: GroupAudience | undefined;
}

export class PostAnswer {
  readonly #post: AnsweredPost;
  /** The comment that is answered, or the post itself; undefined while nobody answers. */
  #target: PostView | CommentView | undefined;
  /** The message whose button was pressed, to give it the focus back. */
  #asked: Message | undefined;
  /** Whether an answer to the post was typed before this page was loaded. */
  #isDrafted = false;

  constructor(post: AnsweredPost) {
    this.#post = post;
  }

  /** @param asked the message whose button was pressed; absent where the field below the comments was. */
  begin(target: PostView | CommentView, asked?: Message): void {
    this.#target = target;
    this.#asked = asked;
    this.#hold();
    this.#post.requestUpdate();
    void loadComposer().then(() => this.#post.focusOn('kantine-composer'));
  }

  /** Shows an answer to the post that was typed before; the focus stays where it is. */
  restore(): void {
    this.#isDrafted = true;
    this.#hold();
    void loadComposer();
    this.#post.requestUpdate();
  }

  #hold(): void {
    if (this.#post.view) hold(this.#post.view.id);
  }

  /** Whether the reader answers something in this thread. */
  isIn({ comment, replies }: Thread): boolean {
    return [comment, ...replies].some(({ id }) => id === this.#target?.id);
  }

  /** Whether a field stands somewhere. */
  get isOpen(): boolean {
    return this.#target !== undefined || this.#isDrafted;
  }

  readonly #send: Send = async (text, key, { mentions }) => {
    const { view, actions } = this.#post;
    if (!view || !actions) return;
    const thread = threadOf(this.#target);
    const writing = await actions.writing();
    await writing.comment(view.id, thread, text, key, mentions);
    this.#cancel();
  };

  readonly #cancel = (): void => {
    const asked = this.#asked;
    this.#target = undefined;
    this.#isDrafted = false;
    const { view, actions } = this.#post;
    if (view) letGo(view.id);
    if (view?.deleted) void actions?.refresh();
    this.#post.requestUpdate();
    if (asked) asked.focusReply();
    else this.#post.focusOn('.begin');
  };

  /** Each thread has a draft of its own, wherever its field stands. */
  render(): TemplateResult {
    const { view, actions, audience } = this.#post;
    const { name = '' } = (this.#target ?? view)?.author ?? {};
    const label = msg(str`Reply to ${name === '' ? msg('Former colleague') : name}`);
    const draft = actions?.draftName('answer', view?.id ?? '', threadOf(this.#target) ?? '');
    return html`<kantine-composer
      class="answer"
      compact
      cancellable
      context=${label}
      label=${label}
      placeholder=${msg('Write a comment')}
      submit-label=${msg('Comment')}
      draft-name=${draft ?? ''}
      max=${limits.comment}
      refusal=${
        view?.deleted ? msg('This post was deleted meanwhile. Copy what you want to keep.') : ''
      }
      .audience=${audience}
      .group=${actions?.group}
      .send=${this.#send}
      @kantine-cancel=${this.#cancel}
    ></kantine-composer>`;
  }
}

/** The comment whose thread an answer joins: a reply to a reply joins the reply's. */
function threadOf(answered: PostView | CommentView | undefined): string | undefined {
  if (!answered || !('post' in answered)) return undefined;
  return answered.parent ?? answered.id;
}
