import { css } from 'lit';

/** The forms of goals. */
export const formStyles = css`
  :host {
    display: block;
  }

  form {
    background: var(--k-surface);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 1rem;
  }

  fieldset {
    border: none;
    display: grid;
    gap: 0.25rem;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  legend,
  label {
    display: grid;
    font-size: 0.875rem;
    font-weight: 600;
    gap: 0.25rem;
    padding: 0;
  }

  legend {
    margin-block-end: 0.25rem;
  }

  :is(textarea, input, select) {
    font-size: 0.9375rem;
    font-weight: 400;
  }

  textarea {
    field-sizing: content;
    min-block-size: 2.5rem;
    resize: vertical;
  }

  .choice {
    align-items: center;
    display: flex;
    font-weight: 400;
    gap: 0.5rem;
    min-block-size: 1.75rem;
  }

  .choice input {
    accent-color: var(--k-accent);
    block-size: 1.1rem;
    flex: none;
    inline-size: 1.1rem;
  }

  .row {
    display: grid;
    gap: 1rem;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    align-items: end;
  }

  .suggested {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .suggested button {
    text-align: start;
  }

  .hint {
    background: var(--k-warm);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 0.75rem 1rem;
  }

  .hint button {
    background: var(--k-background);
  }

  .buttons {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
  }

  /* A row of its own, so that the buttons stay side by side. */
  #missing:not(:empty) {
    flex: 1 1 100%;
  }

  [role='alert'] {
    margin: 0;
  }
`;
