import { css } from 'lit';

export const groupPickerStyles = css`
  :host {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }

  label,
  form {
    display: grid;
    gap: 0.25rem;
    inline-size: 100%;
  }

  label {
    font-weight: 600;
  }

  form {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    gap: 0.5rem;
    padding: 0.75rem;
  }

  input,
  select {
    font-weight: 400;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .notice {
    inline-size: 100%;
  }
`;
