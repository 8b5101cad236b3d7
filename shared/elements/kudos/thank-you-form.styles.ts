import { css } from 'lit';

export const thankYouFormStyles = css`
  :host {
    display: block;
  }

  form {
    background: var(--k-surface);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
  }

  fieldset {
    border: none;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  legend,
  .readers,
  .reason {
    font-size: 0.875rem;
    font-weight: 600;
    padding: 0;
  }

  .reason {
    display: grid;
    gap: 0.25rem;
  }

  .readers {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
  }

  select {
    font-weight: 400;
    max-inline-size: 100%;
    min-inline-size: 0;
  }

  textarea {
    field-sizing: content;
    font-size: 0.9375rem;
    font-weight: 400;
    min-block-size: 4rem;
    resize: vertical;
  }

  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    margin-block-start: 0.35rem;
  }

  .value {
    align-items: center;
    background: var(--k-background);
    border: 1px solid var(--k-control-border);
    border-radius: 1rem;
    cursor: pointer;
    display: inline-flex;
    font-size: 0.875rem;
    gap: 0.35rem;
    min-block-size: 2rem;
    padding: 0 0.75rem;
    position: relative;
  }

  .value:has(:checked) {
    background: var(--k-accent-soft);
    border-color: var(--k-accent);
    font-weight: 600;
  }

  .value:focus-within:has(:focus-visible) {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  .value input {
    appearance: none;
    block-size: 0;
    border: none;
    inline-size: 0;
    margin: 0;
    outline: none;
    padding: 0;
    position: absolute;
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
