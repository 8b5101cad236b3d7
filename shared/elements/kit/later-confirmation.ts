/** What was done, for everybody: to be seen, and said once by screen readers, which know its place before it says anything. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

export const confirmed = (text: unknown): TemplateResult =>
  html`<p class="confirmation" role="status">${text}</p>`;

export const confirmationStyles = css`
  .confirmation:not(:empty) {
    background: var(--k-accent-soft);
    border-radius: var(--k-radius);
    margin: 0;
    overflow-wrap: anywhere;
    padding: 0.5rem 0.75rem;
  }

  /* Takes no room, and no gap. */
  .confirmation:empty {
    position: absolute;
  }
`;
