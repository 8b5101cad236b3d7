import { css } from 'lit';

export const ideaStyles = css`
  :host {
    display: block;
  }

  article {
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.6rem;
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
    padding: 0.9rem 1rem;
  }

  article:focus-visible {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  header {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 0.6rem;
  }

  .face {
    --size: 2rem;
  }

  .by {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    min-inline-size: 0;
  }

  .tag {
    background: var(--k-warm);
    border-radius: 1rem;
    font-size: 0.8125rem;
    font-weight: 600;
    padding: 0.1rem 0.6rem;
  }

  /* What if: it stands for the whole idea. */
  .words > p:first-child {
    font-size: 1.0625rem;
    font-weight: 600;
  }

  .gone {
    color: var(--k-muted);
  }

  .became {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    font-size: 0.875rem;
    gap: 0.4rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.6rem 0.75rem;
  }

  .way {
    color: var(--k-muted);
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.4rem;
    list-style: '';
  }

  .way li {
    align-items: center;
    border-radius: 1rem;
    display: inline-flex;
    gap: 0.4rem;
  }

  .way li + li::before {
    color: var(--k-muted);
    content: '→' / '';
    font-weight: 400;
  }

  .way .behind {
    color: var(--k-text);
  }

  .way .now {
    color: var(--k-accent);
    font-weight: 700;
  }

  .fact {
    font-weight: 600;
  }

  .waits {
    background: var(--k-warm);
    border-radius: var(--k-radius);
    padding: 0.4rem 0.6rem;
  }

  .changed {
    border-inline-start: 3px solid var(--k-danger);
    padding-inline-start: 0.6rem;
  }

  summary {
    cursor: pointer;
    min-block-size: 1.5rem;
  }

  details .said {
    margin-block-start: 0.4rem;
  }

  .actions,
  .buttons {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }

  .actions:empty {
    display: none;
  }

  .buttons {
    justify-content: end;
  }

  .try[aria-pressed='true'] {
    background: var(--k-accent-soft);
    border-color: var(--k-accent);
  }

  .panel {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.6rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.75rem;
  }

  .panel label {
    display: grid;
    font-size: 0.875rem;
    font-weight: 600;
    gap: 0.25rem;
  }

  @media (forced-colors: active) {
    .way .now > span {
      text-decoration: underline;
    }

    .waits {
      border-inline-start: 3px solid;
    }
  }
`;
