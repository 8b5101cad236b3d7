/** How a form looks that somebody opens above a list. */
import { css } from 'lit';

export const formStyles = css`
  :host {
    display: block;
  }

  form {
    background: var(--k-surface);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 1rem;
  }

  fieldset {
    border: none;
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

  textarea {
    field-sizing: content;
    font-size: 0.9375rem;
    font-weight: 400;
    min-block-size: 2.5rem;
    resize: vertical;
  }

  :is(.check, .choice) {
    align-items: center;
    display: flex;
    font-weight: 400;
    gap: 0.5rem;
    min-block-size: 1.75rem;
  }

  :is(.check, .choice) input {
    accent-color: var(--k-accent);
    block-size: 1.1rem;
    flex: none;
    inline-size: 1.1rem;
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
