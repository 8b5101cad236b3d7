import { css } from 'lit';

export const goalsStyles = css`
  section,
  .list {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
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

  .few {
    background: var(--k-warm);
    border-radius: var(--k-radius);
    padding: 0.75rem 1rem;
  }
`;
