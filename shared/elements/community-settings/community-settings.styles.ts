import { css } from 'lit';

export const communitySettingsStyles = css`
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
    font-size: 1rem;
    margin-block-start: 0.75rem;
  }

  input[type='checkbox'] {
    accent-color: var(--k-accent);
  }

  .values {
    display: grid;
    gap: 0.25rem;
  }

  .value {
    align-items: center;
    border-block-end: 1px solid var(--k-border);
    display: grid;
    gap: 0.6rem;
    grid-template-columns: 1.75rem minmax(0, 1fr) auto;
    padding-block: 0.4rem;
  }

  .value > .sign {
    font-size: 1.25rem;
  }

  .name {
    overflow-wrap: anywhere;
  }

  .add {
    justify-self: start;
  }

  form,
  fieldset {
    border: 0;
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
  }

  form > label {
    font-size: 0.875rem;
  }

  legend {
    font-weight: 600;
    margin-block-end: 0.25rem;
    padding: 0;
  }

  .row {
    display: flex;
    gap: 0.5rem;
  }

  .row input {
    inline-size: 5rem;
  }

  .choice {
    align-items: center;
    display: flex;
    gap: 0.5rem;
    min-block-size: 1.75rem;
  }

  .choice input {
    inline-size: auto;
  }
`;
