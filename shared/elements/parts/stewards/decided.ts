/** What stands at a message that is not shown as it is: why it is hidden, that it came too late, whom one would rather not see, what is long. */
import type { CommentView, Decision, PostView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { quoted } from '../../kit/later-quoted.ts';
import { addStyles } from '../../kit/later-styles.ts';
import { momentText } from '../../locale/moment.ts';

export { folded } from './folded.ts';

type View = PostView | CommentView;

export interface Around {
  readonly isPost: boolean;
  readonly now: number;
  readonly canWrite: boolean;
  /** Opens what a button leads to. */
  readonly open: (kind: 'edit' | 'appeal' | 'show', opener: HTMLElement) => void;
}

const nameOf = ({ by }: Decision): string => by.name || msg('Former colleague');

const button = (label: string, open: Around['open'], kind: Parameters<Around['open']>[0]) =>
  html`<button
    type="button"
    class="secondary"
    @click=${({ currentTarget }: Event) => open(kind, currentTarget as HTMLElement)}
  >
    ${label}
  </button>`;

const given = (reason: string): TemplateResult | typeof nothing =>
  reason === '' ? nothing : quoted(reason);

/** What a reader sees in the place of the words. */
function forReaders(hidden: Decision, isPost: boolean): TemplateResult {
  return html`<div class="decided">
    <p class="gone">
      ${isPost ? msg('A steward hid this post.') : msg('A steward hid this comment.')}
    </p>
    <details>
      <summary>${msg('Why?')}</summary>
      <p>${given(hidden.reason)}</p>
    </details>
  </div>`;
}

/** What stands in place of a message by somebody whom the reader would rather not see. */
export const unwanted = (isPost: boolean, show: () => void): TemplateResult =>
  html`<p class="gone unwanted">
    <span
      >${
        isPost
          ? msg('A post by somebody you chose not to see.')
          : msg('A comment by somebody you chose not to see.')
      }</span
    >
    <button type="button" class="link" @click=${show}>${msg('Show')}</button>
  </p>`;

/** What stands in place of a message that its author deleted. */
export const deleted = ({ reason }: View): TemplateResult =>
  html`<p class="gone">
    ${reason === '' ? msg('Deleted by its author.') : msg(str`Deleted by its author: ${reason}`)}
  </p>`;

/** What stands at a message beside its words. */
export function decided(view: View, around: Around): TemplateResult | typeof nothing {
  const { hidden } = view;
  if ('late' in view) return tooLate(view, around.isPost);
  if (!hidden) return nothing;
  if (!view.mine && view.text === '') return forReaders(hidden, around.isPost);
  const author = view.author.name || msg('Former colleague');
  const when = momentText(hidden.at, around.now);
  return html`<div class="decided">
    <p>${msg(str`Hidden by ${nameOf(hidden)} (steward), ${when}:`)} ${given(hidden.reason)}</p>
    ${
      hidden.settled
        ? html`<p>
            ${msg(str`Stays hidden, says ${nameOf(hidden.settled)}:`)}
            ${given(hidden.settled.reason)}
          </p>`
        : nothing
    }
    <p class="muted">
      ${
        view.mine
          ? msg('Only you and the stewards see it.')
          : msg(str`Only ${author} and the stewards see it.`)
      }
    </p>
    ${around.canWrite ? choices(view, around) : nothing}
  </div>`;
}

function choices({ mine, hidden }: View, { open }: Around): TemplateResult {
  if (!mine) return html`<div class="buttons">${button(msg('Show again…'), open, 'show')}</div>`;
  return html`<div class="buttons">
    ${button(msg('Change it'), open, 'edit')}
    ${hidden?.settled ? nothing : button(msg('Ask to look again'), open, 'appeal')}
  </div>`;
}

function lateText({ late }: View, isPost: boolean): string {
  if (late === 'closed') return msg('The conversation was closed before your comment arrived.');
  return isPost
    ? msg('This group was archived before your post arrived.')
    : msg('This group was archived before your comment arrived.');
}

/** Its author can take the words elsewhere. */
const tooLate = (view: View, isPost: boolean): TemplateResult =>
  html`<div class="decided">
    <p>${lateText(view, isPost)}</p>
    <div class="buttons">
      <button
        type="button"
        class="secondary"
        @click=${() => void navigator.clipboard.writeText(view.text)}
      >
        ${msg('Copy it')}
      </button>
    </div>
  </div>`;

/** What stands in the place of the field for comments. */
export const closedLine = ({ closed }: PostView): TemplateResult | typeof nothing =>
  closed === undefined
    ? nothing
    : html`<p class="closed muted">
        ${msg(str`Closed by ${nameOf(closed)}, ${momentText(closed.at, Date.now())}:`)}
        ${given(closed.reason)}
      </p>`;

const decidedStyles = css`
  .decided {
    border-inline-start: 3px solid var(--k-border);
    display: grid;
    gap: 0.35rem;
    overflow-wrap: anywhere;
    padding-inline-start: 0.75rem;
  }

  .decided .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .message.hidden .markdown {
    color: var(--k-muted);
  }

  .whole {
    justify-self: start;
    margin-inline-start: -0.75rem;
  }

  .closed {
    font-size: 0.875rem;
    margin-inline-start: 3.25rem;
    overflow-wrap: anywhere;
  }
`;

/** Gives a message, or a post, the styles of what stands there. */
export const dress = (element: LitElement): void => addStyles(element, decidedStyles);
