import { plainText } from '@kantine/core';
import type { Unanswered, WaitingQuestion } from '@kantine/core';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Asking } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { WidgetElement } from '../kit/kantine-element.ts';
import { confirmationStyles, confirmed } from '../kit/later-confirmation.ts';
import { failureNotice, leftOutNotice, loadingNotice, noticeStyles } from '../kit/notice.ts';
import { tokens } from '../kit/tokens.ts';
import { withNames } from '../parts/audience-label/isolated.ts';
import { fitsText, furtherText, waitsText } from './waiting-words.ts';
import { waitingStyles } from './waiting.styles.ts';

const loadConversation = (): Promise<unknown> =>
  import(/* webpackChunkName: 'wall-message' */ './define.conversation.ts');

/** What is shown: what was found, and the question that is open, which stays once somebody answered it. */
interface Shown extends Unanswered {
  readonly answered?: string;
}

/**
 * The questions of a group that wait for an answer: those first that the reader may know about, and the others
 * behind one line. A question opens below its line, with the field to answer it.
 */
export class Waiting extends WidgetElement {
  /** The group's id. */
  @property() group: string | undefined;
  /** The post that is open. */
  @state() private opened: string | undefined;
  /** Whether those that do not fit the reader are shown, too. */
  @state() private isWhole = false;
  readonly #asking = new Asking<Shown, Unanswered>(this, {
    args: () => [this.group],
    ask: ({ wall }) =>
      this.group === undefined ? undefined : wall.unanswered({ group: this.group }),
    merge: (fresh, before) => this.#withOpened(fresh, before),
  });

  /** Who answered goes on reading: the question goes when it is closed. */
  #withOpened(fresh: Unanswered, before: Shown | undefined): Shown {
    const { opened } = this;
    const at = before?.questions.findIndex(({ post }) => post === opened) ?? -1;
    const kept = before?.questions[at];
    if (!kept || fresh.questions.some(({ post }) => post === opened)) return fresh;
    return { ...fresh, questions: fresh.questions.toSpliced(at, 0, kept), answered: kept.post };
  }

  async #toggle({ post }: WaitingQuestion): Promise<void> {
    const isOpen = this.opened === post;
    this.opened = isOpen ? undefined : post;
    const { answer } = this.#asking;
    if (isOpen && answer?.answered === post) {
      const questions = answer.questions.filter((each) => each.post !== post);
      this.#asking.show(({ isMore, dropped }) => ({ questions, isMore, dropped }));
      this.focusOn(questions.length > 0 ? '.waits' : '.none');
    }
    // The element is drawn with what it is by the time that it has come.
    if (!isOpen) await loadConversation().catch(() => undefined);
  }

  readonly #showAll = (): void => {
    const { questions = [] } = this.#asking.answer ?? {};
    const first = questions.find(({ fits }) => fits === undefined);
    this.isWhole = true;
    // The line is gone; the keyboard goes on where the others begin.
    if (first) this.focusOn(`[data-post="${CSS.escape(first.post)}"]`);
  };

  protected override render(): TemplateResult {
    const { answer, error, ask } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void ask());
    if (!answer) return loadingNotice(msg('Looking for open questions…'), 1);
    return html`${this.#questions(answer)}
    ${confirmed(answer.answered === undefined ? '' : msg('It has an answer now.'))}
    ${answer.isMore ? html`<p class="muted">${msg('Older questions were not looked at.')}</p>` : nothing}
    ${leftOutNotice(answer.dropped)}`;
  }

  #questions({ questions, answered }: Shown): TemplateResult {
    if (questions.length === 0) {
      return html`<p class="none muted" tabindex="-1">${msg('No open questions. Lovely.')}</p>`;
    }
    const fitting = questions.filter(({ fits }) => fits !== undefined);
    // A line with nothing above it would only be one thing more to press.
    const isWhole = this.isWhole || fitting.length === 0;
    const shown = isWhole ? questions : fitting;
    const further = questions.length - shown.length;
    return html`<p class="muted">${msg('Even saying whom to ask helps.')}</p>
      <ul class="plain" aria-label=${msg('Waiting for an answer')}>
        ${repeat(
          shown,
          ({ post }) => post,
          (question) =>
            html`<li>
              ${this.#line(question, question.post === answered)} ${this.#conversation(question)}
            </li>`,
        )}
      </ul>
      ${
        further === 0
          ? nothing
          : html`<button type="button" class="quiet" @click=${this.#showAll}>
              ${furtherText(further)}
            </button>`
      }`;
  }

  #line(question: WaitingQuestion, isAnswered: boolean): TemplateResult {
    const { post, fits } = question;
    const waits = isAnswered ? msg('It has an answer now.') : withNames(waitsText(question));
    return html`<button
      type="button"
      class="waits"
      data-post=${post}
      aria-expanded=${this.opened === post}
      @click=${() => void this.#toggle(question)}
    >
      <bdi class="text">${plainText(question)}</bdi>
      <span class="muted">${waits}</span>
      ${fits === undefined ? nothing : html`<span class="muted">${withNames(fitsText(fits))}</span>`}
    </button>`;
  }

  #conversation({ post }: WaitingQuestion): TemplateResult | typeof nothing {
    if (this.opened !== post) return nothing;
    return html`<kantine-conversation
      heading=${msg('Question')}
      answering
      .community=${this.community}
      .group=${this.group}
      .post=${post}
    ></kantine-conversation>`;
  }

  static override styles = [tokens, controls, noticeStyles, confirmationStyles, waitingStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-waiting': Waiting;
  }
}
