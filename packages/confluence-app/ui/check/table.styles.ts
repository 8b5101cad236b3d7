import { css } from 'lit';

export const tableStyles = css`
  section {
    max-inline-size: 60rem;
  }

  table {
    border-collapse: collapse;
    text-align: start;
  }

  caption {
    font-weight: 600;
    padding-block: 0.5rem;
    text-align: start;
  }

  th,
  td {
    border-block-start: 1px solid var(--kantine-border, light-dark(#d0d4d8, #4a4f54));
    font-weight: inherit;
    overflow-wrap: anywhere;
    padding: 0.4rem 0.75rem 0.4rem 0;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    border: 0;
    color: var(--kantine-muted, light-dark(#5a6067, #b5b8bb));
  }

  textarea {
    background: var(--kantine-background, Field);
    border: 1px solid var(--kantine-control-border, light-dark(#7b8388, #8d949a));
    color: inherit;
    font: inherit;
    inline-size: 100%;
  }
`;
