import { css } from 'lit';

export const panelStyles = css`
  .panel {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
  }

  .panel > .quiet {
    justify-self: start;
    text-align: start;
  }

  /* What says something later takes no row, and no gap, until then. */
  .panel > :is(p, [role='status']):empty {
    position: absolute;
  }

  .panel label {
    display: grid;
    font-size: 0.875rem;
    gap: 0.25rem;
  }

  .buttons {
    display: flex;
    gap: 0.5rem;
    flex-wrap: wrap;
    justify-content: end;
  }

  .revision + .revision {
    border-block-start: 1px solid var(--k-border);
    padding-block-start: 0.6rem;
  }
`;
