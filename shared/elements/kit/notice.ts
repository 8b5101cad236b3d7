/** Notices: what went wrong, what is missing, what to do next. */
import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { errorText, isPassing } from './error-text.ts';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Something failed; says what and offers the way out. Screen readers hear it at once. */
export function errorNotice(text: string, action?: NoticeAction): TemplateResult {
  return html`<div class="notice error" role="alert">
    <p>${text}</p>
    ${
      action
        ? html`<button type="button" class="secondary" @click=${action.run}>
            ${action.label}
          </button>`
        : nothing
    }
  </div>`;
}

/** Why something failed that can be tried again. */
export const againNotice = (error: unknown, run: () => void): TemplateResult =>
  errorNotice(errorText(error), { label: msg('Try again'), run });

/** Why something could not be loaded; what may pass can be tried again. */
export const failureNotice = (error: unknown, retry: () => void): TemplateResult =>
  isPassing(error) ? againNotice(error, retry) : errorNotice(errorText(error));

/** Nothing is here yet; says what could be, and may lead there. */
export function emptyNotice(title: string, text: string, action?: NoticeAction): TemplateResult {
  return html`<div class="notice empty">
    <p class="title">${title}</p>
    <p>${text}</p>
    ${
      action
        ? html`<button type="button" class="primary" @click=${action.run}>${action.label}</button>`
        : nothing
    }
  </div>`;
}

/** Grey lines where content will be; says so to people who cannot see them. */
export function loadingNotice(label: string, rows = 3): TemplateResult {
  return html`<div class="loading" role="status">
    <span class="unseen">${label}</span>
    ${Array.from({ length: rows }, () => html`<div class="bone" aria-hidden="true"></div>`)}
  </div>`;
}

/** Rows that do not count are left out, and a notice says so. */
export const leftOutNotice = (dropped: number): TemplateResult | typeof nothing =>
  dropped === 0
    ? nothing
    : html`<p class="end muted">
        ${msg('Something here is left out: it was not written with Kantine.')}
      </p>`;

export const noticeStyles = css`
  .notice {
    align-items: start;
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 0.75rem 1rem;
  }

  .notice.error {
    background: var(--k-danger-soft);
    border-inline-start: 4px solid var(--k-danger);
  }

  .notice.empty {
    background: var(--k-surface);
    justify-items: center;
    padding: 2rem 1rem;
    text-align: center;
  }

  .notice .title {
    font-weight: 600;
  }

  .loading {
    display: grid;
    gap: 0.75rem;
    padding-block: 0.5rem;
  }

  .bone {
    background: var(--k-surface);
    block-size: 4.5rem;
    border-radius: var(--k-radius);
  }

  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
