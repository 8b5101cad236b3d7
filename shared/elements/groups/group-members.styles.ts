import { css } from 'lit';

export const groupMembersStyles = css`
  :host {
    border-block-start: 1px solid var(--k-border);
    display: grid;
    gap: 0.75rem;
    padding-block-start: 0.6rem;
  }

  /* As wide as its words, like the buttons beside it. */
  button[aria-expanded] {
    justify-self: start;
  }

  h5 {
    font-size: 0.875rem;
    margin: 0;
  }

  ul {
    display: grid;
    gap: 0.25rem;
  }

  li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.6rem;
    min-block-size: 2rem;
  }

  .more {
    justify-self: start;
  }

  .role {
    background: var(--k-accent-soft);
    border-radius: 1em;
    font-size: 0.75rem;
    font-weight: 600;
    padding: 0.1em 0.7em;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
  }

  form {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 0.75rem;
  }

  kantine-people-picker {
    inline-size: 100%;
  }
`;

/** Beside those of the members. */
export const groupWishesStyles = css`
  :host {
    border-block-end: 1px solid var(--k-border);
    border-block-start: 0;
    padding-block: 0 0.6rem;
  }

  .note {
    flex-basis: 100%;
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
