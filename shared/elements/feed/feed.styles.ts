import { css } from 'lit';

export const feedStyles = css`
  :host {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  label {
    display: grid;
    gap: 0.25rem;
  }

  select {
    inline-size: fit-content;
    max-inline-size: 100%;
    min-inline-size: 6rem;
  }
`;
