import { css } from 'lit';

export const startGroupStyles = css`
  :host {
    display: block;
  }

  form {
    background: var(--k-surface);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.4rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.9rem;
  }

  label,
  legend {
    font-size: 0.875rem;
    font-weight: 600;
  }

  input,
  textarea {
    margin-block-end: 0.4rem;
  }

  fieldset {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  legend {
    margin-block-end: 0.35rem;
    padding: 0;
  }

  .accesses {
    display: grid;
    gap: 0.4rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
  }

  .access {
    align-items: start;
    background: var(--k-background);
    border: 1px solid var(--k-control-border);
    border-radius: var(--k-radius);
    cursor: pointer;
    display: flex;
    font-weight: 400;
    gap: 0.5rem;
    padding: 0.6rem;
  }

  .access.chosen {
    background: var(--k-accent-soft);
    border-color: var(--k-accent);
  }

  .access input {
    accent-color: var(--k-accent);
    flex: none;
    inline-size: auto;
    margin: 0.25rem 0 0;
  }

  .access span {
    display: grid;
    gap: 0.15rem;
  }
`;
