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

  h3 {
    color: var(--k-muted);
    font-size: 0.875rem;
    font-weight: 600;
  }

  section > button {
    justify-self: center;
  }
`;
