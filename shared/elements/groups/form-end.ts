/** How the forms of groups end: why sending failed, and the buttons. */
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Acting } from '../kit/acting.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { errorNotice } from '../kit/notice.ts';

export interface FormEndWords {
  readonly send: string;
  /** What the button says while it is under way. */
  readonly sending: string;
  readonly cancel: () => void;
}

/** Why the last attempt failed; fields name it as their description. */
export const errorLine = ({ error }: Pick<Acting, 'error'>): TemplateResult | typeof nothing =>
  error === undefined ? nothing : html`<div id="error">${errorNotice(formErrorText(error))}</div>`;

export const formEnd = (
  acting: Pick<Acting, 'error' | 'isBusy'>,
  { send, sending, cancel }: FormEndWords,
): TemplateResult =>
  html`${errorLine(acting)}
    <div class="buttons">
      <button type="button" class="quiet" @click=${cancel}>${msg('Cancel')}</button>
      <button type="submit" class="primary" aria-disabled=${acting.isBusy}>
        ${acting.isBusy ? sending : send}
      </button>
    </div>`;

export const formEndStyles = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
  }
`;
