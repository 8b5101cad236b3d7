import { css } from 'lit';

export const formStyles = css`
  :host {
    display: block;
  }

  form,
  .staff {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.75rem;
    padding: 0.75rem 1rem;
  }

  label {
    display: grid;
    font-size: 0.875rem;
    font-weight: 600;
    gap: 0.25rem;
  }

  label > :is(input, textarea) {
    font-weight: 400;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.5rem;
    margin: 0;
  }

  .facts :is(dt, dd) {
    font-size: 0.875rem;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .days {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
  }

  .lines > li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    justify-content: space-between;
    padding-block: 0.25rem;
  }

  .lines p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .staff > form {
    padding: 0;
  }

  .table {
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
    font-size: 0.875rem;
    inline-size: 100%;
  }

  :is(th, td) {
    border-block-end: 1px solid var(--k-border);
    overflow-wrap: anywhere;
    padding: 0.3rem 0.5rem;
    text-align: start;
    vertical-align: top;
  }

  .wrong td {
    color: var(--k-danger);
  }
`;
