import { css } from 'lit';

export const blogStyles = css`
  section,
  ol {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  ol.plain {
    gap: 1.25rem;
    list-style: '';
  }

  header,
  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  header {
    justify-content: space-between;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  h2:focus-visible {
    outline-offset: 2px;
  }

  [aria-pressed='true'] {
    background: var(--k-accent-soft);
    color: var(--k-text);
  }

  /* A page that was gone to has the focus as a whole: nothing in it was chosen. */
  section > [tabindex]:focus-visible {
    outline: none;
  }

  section > button {
    justify-self: center;
  }
`;
