import { css } from 'lit';

export const goalsStyles = css`
  section,
  .list {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .few {
    background: var(--k-warm);
    border-radius: var(--k-radius);
    padding: 0.75rem 1rem;
  }
`;
