/** How the head of a list looks: its title, which has the focus after something was done, and a button. */
import { css } from 'lit';

export const headStyles = css`
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
`;
