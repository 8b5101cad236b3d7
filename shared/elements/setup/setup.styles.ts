import { css } from 'lit';

export const setupStyles = css`
  section {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.75rem;
    padding: 1.25rem;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  ol {
    counter-reset: step;
    display: grid;
    gap: 0.75rem;
    list-style: none;
  }

  li {
    counter-increment: step;
    min-block-size: 2rem;
    padding-inline-start: 2.75rem;
    position: relative;
  }

  li::before {
    align-items: center;
    background: var(--k-accent-soft);
    block-size: 2rem;
    border-radius: 50%;
    color: var(--k-text);
    content: counter(step) / '';
    display: flex;
    font-weight: 600;
    inline-size: 2rem;
    inset-inline-start: 0;
    justify-content: center;
    position: absolute;
  }

  strong {
    display: block;
  }

  .action {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  progress {
    accent-color: var(--k-accent);
    inline-size: 10rem;
  }
`;
