import { css } from 'lit';

export const ideasStyles = css`
  section,
  .board,
  .part {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .board {
    gap: 1.25rem;
  }

  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: space-between;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  h2:focus-visible {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  h3 {
    color: var(--k-muted);
    font-size: 0.875rem;
    font-weight: 600;
  }

  section > button {
    justify-self: center;
  }
`;
