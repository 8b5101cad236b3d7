import { css } from 'lit';

export const catchUpStyles = css`
  section,
  .list,
  .for-stewards,
  .lines {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .list[hidden] {
    display: none;
  }

  .lines {
    list-style: '';
    margin: 0;
    padding: 0;
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

  .line {
    align-items: start;
    border: 1px solid var(--k-border);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.25rem 0.75rem;
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding: 0.75rem;
  }

  .face {
    --size: 2.25rem;
  }

  .what {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    overflow-wrap: anywhere;
  }

  .what button {
    font-weight: 600;
    justify-content: start;
    min-block-size: 1.5rem;
    padding: 0;
    text-align: start;
  }

  .what button:hover {
    background: none;
    text-decoration: underline;
  }

  .time {
    align-items: center;
    display: flex;
    gap: 0.5rem;
    margin: 0;
  }

  progress {
    accent-color: var(--k-accent);
    block-size: 0.375rem;
    inline-size: 6rem;
  }

  .excerpt {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
`;
