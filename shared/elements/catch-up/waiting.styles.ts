import { css } from 'lit';

/** What waits for who answers for groups: a line that opens where it stands. */
export const waitingStyles = css`
  :host {
    display: block;
  }

  h3 {
    font-size: 1rem;
  }

  li {
    border: 1px solid var(--k-border);
    border-inline-start: 4px solid var(--k-accent);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.75rem;
  }
`;
