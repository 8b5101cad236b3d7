import { css } from 'lit';

/** Forms of the app's own pages, in the colours of the elements beside them. */
export const formStyles = css`
  :host {
    display: block;
  }

  form,
  section {
    display: grid;
    gap: 1rem;
    max-inline-size: 36rem;
  }

  h2 {
    font-size: 1.25rem;
    margin: 0;
  }

  p {
    margin: 0;
  }

  .muted {
    color: var(--kantine-muted, light-dark(#5a6067, #b5b8bb));
  }

  label.field,
  fieldset {
    border: 0;
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
  }

  legend {
    padding: 0;
  }

  label.choice {
    align-items: center;
    display: flex;
    gap: 0.5rem;
    min-block-size: 1.75rem;
  }

  select,
  input[type='number'] {
    background: var(--kantine-background, Field);
    border: 1px solid var(--kantine-control-border, light-dark(#7b8388, #8d949a));
    border-radius: var(--kantine-radius, 4px);
    color: inherit;
    font: inherit;
    inline-size: fit-content;
    max-inline-size: 100%;
    min-inline-size: 6rem;
    padding: 0.4rem 0.5rem;
  }

  button {
    background: var(--kantine-accent, light-dark(#0b6b5d, #63d2bd));
    border: 1px solid transparent;
    border-radius: var(--kantine-radius, 4px);
    color: var(--kantine-on-accent, light-dark(#ffffff, #06251f));
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    justify-self: start;
    padding: 0.4rem 1rem;
  }

  button.quiet {
    background: none;
    border-color: var(--kantine-control-border, light-dark(#7b8388, #8d949a));
    color: inherit;
  }

  button.danger {
    background: var(--kantine-danger, light-dark(#b3261e, #ffb4ab));
    color: var(--kantine-background, Canvas);
  }

  [role='group'] {
    display: grid;
    gap: 0.75rem;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }

  :focus-visible {
    outline: 2px solid var(--kantine-accent, currentColor);
    outline-offset: 2px;
  }

  [role='alert'] {
    background: var(--kantine-danger-soft, light-dark(#fdecea, #48201d));
    border-inline-start: 4px solid var(--kantine-danger, currentColor);
    padding: 0.5rem 0.75rem;
  }

  meter {
    inline-size: 100%;
  }
`;
