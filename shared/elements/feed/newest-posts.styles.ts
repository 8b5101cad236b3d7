import { css } from 'lit';

export const newestPostsStyles = css`
  :host {
    display: block;
  }

  ol {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    list-style: '';
  }

  article {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.25rem 0.75rem;
    grid-template-columns: auto minmax(0, 1fr);
    padding: 1rem;
  }

  .face {
    --size: 2.5rem;
  }

  .content {
    display: grid;
    gap: 0.35rem;
    grid-template-columns: minmax(0, 1fr);
  }

  header,
  footer {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
  }

  footer button {
    margin-inline-start: auto;
    text-decoration: underline;
  }
`;
