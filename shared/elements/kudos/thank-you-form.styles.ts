import { css } from 'lit';

/** What the form of thanks has beside what every form has. */
export const thankYouFormStyles = css`
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
    min-block-size: 4rem;
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
    font-weight: 400;
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
`;
