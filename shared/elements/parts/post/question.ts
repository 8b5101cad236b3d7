/** What a question shows besides a post: whether it is solved, by what, and what readers say of an answer. */
import type { CommentView, PostView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { numberText } from '../../locale/formats.ts';
import { markdown } from '../markdown/markdown.ts';

const tick = html`<span aria-hidden="true">✓ </span>`;

/** Says that it is a question, and whether it is solved. */
export const questionLine = ({ accepted }: PostView): TemplateResult =>
  html`<p class="question">
    <span class="tag">${msg('Question')}</span>
    ${accepted ? html`<span class="solved">${tick}${msg('Solved')}</span>` : nothing}
  </p>`;

/** The answer that solved it, so that nobody has to look for it. */
export function solution({ accepted, author }: PostView): TemplateResult | typeof nothing {
  if (!accepted) return nothing;
  const name = accepted.author.name || msg('Former colleague');
  const asker = author.name || msg('Former colleague');
  return html`<section class="solution" aria-label=${msg('What solved it')}>
    <p class="muted">${tick}${msg(str`${name} solved it, says ${asker}`)}</p>
    <div class="markdown">${markdown(accepted.text)}</div>
  </section>`;
}

interface AnswerActions {
  readonly question: PostView;
  readonly canWrite: boolean;
  readonly busy: boolean;
  /** @param comment undefined takes it back. */
  readonly accept: (comment: string | undefined) => void;
  readonly setHelped: (comment: string, helped: boolean) => void;
}

/** What a reader can say of an answer: its asker that it solved it, others that it helped them too. */
export function answerActions(
  answer: CommentView,
  { question, canWrite, busy, accept, setHelped }: AnswerActions,
): TemplateResult | typeof nothing {
  if (answer.deleted) return nothing;
  if (question.mine && canWrite) {
    const isAccepted = question.accepted?.id === answer.id;
    return html`<button
      type="button"
      class="quiet solves"
      aria-pressed=${isAccepted}
      aria-disabled=${busy}
      @click=${() => accept(isAccepted ? undefined : answer.id)}
    >
      ${tick}${msg('This solved it')}${helpedToo(answer)}
    </button>`;
  }
  if (answer.mine || !canWrite) {
    return answer.helped === undefined
      ? nothing
      : html`<span class="muted">${msg('Helped others too')}${helpedToo(answer)}</span>`;
  }
  return html`<button
    type="button"
    class="quiet solves"
    aria-pressed=${answer.helpedMe === true}
    aria-disabled=${busy}
    @click=${() => setHelped(answer.id, answer.helpedMe !== true)}
  >
    ${tick}${msg('Solved it for me too')}${helpedToo(answer)}
  </button>`;
}

const helpedToo = ({ helped }: CommentView): string =>
  helped === undefined ? '' : ` · ${numberText(helped)}`;
