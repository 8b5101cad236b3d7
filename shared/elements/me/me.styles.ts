import { css } from 'lit';

export const meStyles = css`
  :host {
    container-type: inline-size;
    display: block;
  }

  section {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  h3 {
    font-size: 1.0625rem;
    margin-block-start: 0.75rem;
  }

  :is(h2, h3):focus-visible {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  p,
  ul,
  ol,
  dl {
    margin: 0;
  }

  .outcomes {
    display: grid;
    gap: 0.5rem;
  }

  .outcomes li {
    background: var(--k-warm);
    border-radius: calc(var(--k-radius) * 1.5);
    overflow-wrap: anywhere;
    padding: 0.75rem 1rem;
  }

  .honest {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    font-size: 0.875rem;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
  }

  .take,
  .buttons {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
    text-align: start;
  }

  :is(th, td) {
    border-block-end: 1px solid var(--k-border);
    font-weight: 400;
    padding: 0.6rem 0.75rem 0.6rem 0;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--k-muted);
    font-size: 0.8125rem;
  }

  tbody th {
    font-weight: 600;
    inline-size: 32%;
  }

  tbody th p {
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  .actions {
    align-items: start;
    display: flex;
    flex-direction: column;
    gap: 0 0.75rem;
  }

  .actions button {
    min-block-size: 1.5rem;
    padding: 0.1rem 0;
    text-decoration: underline;
    white-space: nowrap;
  }

  .actions .erase {
    color: var(--k-danger);
  }

  h4 {
    font-size: 0.9375rem;
    margin: 0;
  }

  .choices {
    display: grid;
    gap: 0.5rem;
  }

  .choices li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    justify-content: space-between;
  }

  .rows {
    display: grid;
    gap: 0.75rem;
  }

  .rows dl {
    display: grid;
    font-size: 0.875rem;
    gap: 0.1rem 0.75rem;
    grid-template-columns: max-content minmax(0, 1fr);
  }

  .rows dt {
    color: var(--k-muted);
  }

  .rows dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .panel {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
  }

  fieldset {
    border: 0;
    display: grid;
    gap: 0.35rem;
    margin: 0;
    padding: 0;
  }

  .choice {
    align-items: center;
    display: flex;
    gap: 0.5rem;
    min-block-size: 1.5rem;
  }

  .choice input {
    accent-color: var(--k-accent);
    flex: none;
    inline-size: auto;
  }

  button {
    justify-self: start;
  }

  @container (inline-size >= 52rem) {
    .actions {
      flex-direction: row;
    }
  }

  @container (inline-size < 36rem) {
    thead {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }

    :is(table, tbody, tr) {
      display: block;
    }

    tbody tr {
      border-block-end: 1px solid var(--k-border);
      padding-block: 0.6rem;
    }

    .actions {
      flex-flow: row wrap;
      margin-block-start: 0.25rem;
    }

    td[data-about]::before {
      color: var(--k-muted);
      content: attr(data-about);
      font-size: 0.8125rem;
    }

    tbody :is(th, td) {
      border: 0;
      display: block;
      inline-size: auto;
      padding: 0.1rem 0;
    }
  }
`;
