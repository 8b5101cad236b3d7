import { css } from 'lit';

export const waitingStyles = css`
  :host {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    font-size: 0.875rem;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 0.5rem;
    padding: 0.75rem;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .waits {
    background: var(--k-background);
    display: grid;
    gap: 0.1rem;
    inline-size: 100%;
    justify-content: start;
    padding: 0.5rem 0.7rem;
    text-align: start;
  }

  .text {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  button.quiet {
    justify-self: start;
  }

  kantine-conversation {
    display: block;
    margin-block-start: 0.25rem;
  }
`;
