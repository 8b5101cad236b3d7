import { css } from 'lit';

export const lettersStyles = css`
  :host {
    display: grid;
    gap: 0.5rem;
  }

  ul {
    display: grid;
    gap: 0.75rem;
  }

  li {
    border-inline-start: 3px solid var(--k-border);
    display: grid;
    gap: 0.35rem;
    overflow-wrap: anywhere;
    padding-inline-start: 0.75rem;
  }

  .note {
    font-style: italic;
  }
`;
