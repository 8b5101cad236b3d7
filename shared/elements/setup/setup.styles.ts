import { css } from 'lit';

export const setupStyles = css`
  section {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.75rem;
    margin-block-end: 1.5rem;
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

  li.done::before {
    background: var(--k-accent);
    color: var(--k-on-accent);
    content: '✓' / '';
  }

  li:focus {
    outline: none;
  }

  li > :is(kantine-start-group, kantine-wall) {
    display: block;
    margin-block-start: 0.75rem;
  }

  strong {
    display: block;
  }

  fieldset {
    border: 0;
    display: grid;
    gap: 0.5rem;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  legend {
    font-weight: 600;
    padding: 0;
  }

  .readers {
    border: 1px solid var(--k-border);
    border-radius: var(--k-radius);
    display: grid;
    max-block-size: 24rem;
    overflow-y: auto;
  }

  .reader {
    align-items: start;
    cursor: pointer;
    display: flex;
    gap: 0.75rem;
    padding: 0.5rem 0.75rem;
  }

  .reader + .reader {
    border-block-start: 1px solid var(--k-border);
  }

  .reader input {
    accent-color: var(--k-accent);
    block-size: 1.125rem;
    flex: none;
    inline-size: 1.125rem;
    margin: 0.15rem 0 0;
  }

  .about {
    display: block;
    overflow-wrap: anywhere;
  }

  .tag {
    background: var(--k-accent-soft);
    border-radius: 1em;
    color: var(--k-text);
    font-size: 0.8125rem;
    padding: 0.1em 0.6em;
  }

  .notice:not(.error) {
    background: var(--k-surface);
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
