/**
 * What a question shows besides a post: whether it is solved, by what, and what readers say of an answer; and what the
 * post of an idea or an article does.
 */
import type { CommentView, PostView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { numberText } from '../../locale/formats.ts';
import type { Acting } from '../../kit/acting.ts';
import { addStyles } from '../../kit/later-styles.ts';
import { markdown } from '../markdown/markdown.ts';
import type { MessageActions, MessageWriting } from '../message/surroundings.ts';

const tick = html`<span aria-hidden="true">✓ </span>`;

const loadAnnounced = (): Promise<unknown> => import('./announced.ts');

const kindText = (kind: PostView['kind']): string => {
  if (kind === 'article') return msg('Article');
  return kind === 'idea' ? msg('Idea') : msg('Question');
};

/** Says that it is a question, and whether it is solved, or that it is an idea or an article. */
export const kindLine = ({ kind, accepted }: PostView): TemplateResult =>
  html`<p class="question">
    <span class="tag">${kindText(kind)}</span>
    ${accepted ? html`<span class="solved">${tick}${msg('Solved')}</span>` : nothing}
  </p>`;

/** The answer that solved it, so that nobody has to look for it; of a post that announces an article the way to it. */
export function solution(
  { id, kind, accepted, acceptedBy, author, deleted }: PostView,
  actions: Pick<MessageActions, 'group'> | undefined,
): TemplateResult | typeof nothing {
  if (kind === 'article' && actions && !deleted) {
    // Until its code is there, and where it does not come, there is no button.
    loadAnnounced().catch(() => undefined);
    return html`<kantine-announced .group=${actions.group} .post=${id}></kantine-announced>`;
  }
  if (!accepted) return nothing;
  const name = accepted.author.name || msg('Former colleague');
  const asker = author.name || msg('Former colleague');
  const steward = acceptedBy && (acceptedBy.name || msg('Former colleague'));
  const words =
    steward === undefined
      ? msg(str`${name} solved it, says ${asker}`)
      : msg(str`${name} solved it: chosen by ${steward} (steward)`);
  return html`<section class="solution" aria-label=${msg('What solved it')}>
    <p class="muted">${tick}${words}</p>
    <div class="markdown">${markdown(accepted.text, accepted.mentions)}</div>
  </section>`;
}

interface Marking {
  readonly canWrite: boolean;
  readonly actions: MessageActions | undefined;
  readonly acting: Acting;
}

/** What a reader can say of an answer: its asker that it solved it, others that it helped them too. */
export function answerActions(
  answer: CommentView,
  question: PostView,
  { canWrite, actions, acting }: Marking,
): TemplateResult | typeof nothing {
  const { isBusy: busy } = acting;
  const mark = (write: (writing: MessageWriting) => Promise<void>): void =>
    void acting.run('mark', async () => {
      if (actions) await write(await actions.writing());
    });
  if (answer.deleted || question.kind !== 'question') return nothing;
  if (question.mine && canWrite) {
    const isAccepted = question.accepted?.id === answer.id;
    return html`<button
      type="button"
      class="quiet solves"
      aria-pressed=${isAccepted}
      aria-disabled=${busy}
      @click=${() =>
        mark((writing) => writing.accept(question.id, isAccepted ? undefined : answer.id))}
    >
      ${isAccepted ? tick : nothing}${msg('This solved it')}${helpedToo(answer)}
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
    @click=${() =>
      mark((writing) => writing.setHelped(question.id, answer.id, answer.helpedMe !== true))}
  >
    ${answer.helpedMe === true ? tick : nothing}${msg('Solved it for me too')}${helpedToo(answer)}
  </button>`;
}

const helpedToo = ({ helped }: CommentView): string =>
  helped === undefined ? '' : ` · ${numberText(helped)}`;

const questionStyles = css`
  .question {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.8125rem;
    gap: 0.5rem;
  }

  .question .tag {
    background: var(--k-accent-soft);
    border-radius: 1rem;
    font-weight: 600;
    padding: 0.1rem 0.6rem;
  }

  .solved {
    color: var(--k-accent);
    font-weight: 600;
  }

  .solution {
    background: var(--k-surface);
    border-inline-start: 3px solid var(--k-accent);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.25rem;
    margin-inline-start: 3.25rem;
    overflow-wrap: anywhere;
    padding: 0.6rem 0.75rem;
  }

  .solution .muted {
    font-size: 0.8125rem;
  }
`;

/** Gives a post the styles of what a question shows. */
export const dress = (post: LitElement): void => addStyles(post, questionStyles);
