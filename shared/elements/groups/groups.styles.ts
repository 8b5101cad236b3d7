import { css } from 'lit';

export const groupsStyles = css`
  :host {
    container-type: inline-size;
  }

  section {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    justify-content: space-between;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  h2:focus {
    outline: none;
  }

  h3 {
    color: var(--k-muted);
    font-size: 0.875rem;
    font-weight: 600;
    margin-block-start: 0.25rem;
  }

  .requests {
    background: var(--k-warm);
    border-radius: calc(var(--k-radius) * 1.5);
    padding: 0.75rem;
  }

  .requests h3 {
    color: inherit;
    margin: 0;
  }

  .groups {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
  }

  .groups > li {
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    padding: 0.75rem 0.9rem;
  }

  /* The members of a group take the whole width. */
  .groups > li:has([wide]) {
    grid-column: 1 / -1;
  }

  .archived {
    margin-block-start: 0.75rem;
  }

  .archived > summary {
    cursor: pointer;
  }

  .archived h3 {
    display: inline;
  }

  .archived[open] > summary {
    margin-block-end: 0.75rem;
  }

  .opened {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .back {
    justify-self: start;
  }
`;
