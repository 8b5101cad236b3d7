import { css } from 'lit';

export const siteCheckStyles = css`
  :host {
    container-type: inline-size;
  }

  section {
    background: var(--k-background);
    display: grid;
    gap: 0.75rem;
    padding: 1.25rem;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  h3 {
    font-size: 1rem;
    margin-block-start: 0.5rem;
  }

  .action {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    max-inline-size: 30rem;
  }

  progress {
    accent-color: var(--k-accent);
    inline-size: 10rem;
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
    table-layout: fixed;
  }

  caption {
    font-weight: 600;
    padding-block-end: 0.5rem;
    text-align: start;
  }

  th,
  td {
    border-block-start: 1px solid var(--k-border);
    font-size: 0.875rem;
    overflow-wrap: break-word;
    padding: 0.4rem 0.5rem 0.4rem 0;
    text-align: start;
    vertical-align: top;
  }

  tbody th {
    font-weight: 400;
  }

  th.answer {
    inline-size: 25%;
  }

  td.answer {
    font-weight: 600;
  }

  /* One below the other. */
  @container (inline-size < 30rem) {
    table,
    thead,
    tbody,
    tr,
    th,
    td {
      display: block;
    }

    /* Read out, but not seen. */
    thead {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }

    thead :is(tr, th, th.answer) {
      inline-size: 1px;
      overflow: hidden;
      padding: 0;
    }

    tbody tr {
      border-block-start: 1px solid var(--k-border);
      padding-block: 0.5rem;
    }

    tbody th,
    td {
      border: 0;
      padding: 0.1rem 0;
    }
  }
`;
