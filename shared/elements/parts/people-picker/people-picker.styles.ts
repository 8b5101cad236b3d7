import { css } from 'lit';

export const peoplePickerStyles = css`
  :host {
    display: block;
    position: relative;
  }

  label {
    display: block;
    font-size: 0.875rem;
    font-weight: 600;
    margin-block-end: 0.25rem;
  }

  .field {
    align-items: center;
    background: var(--k-background);
    border: 1px solid var(--k-control-border);
    border-radius: var(--k-radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    padding: 0.2rem;
  }

  .field:focus-within {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  input {
    border: none;
    flex: 1 1 6rem;
    inline-size: auto;
    min-inline-size: 0;
    padding: 0.25rem 0.4rem;
  }

  /* The field around it has the ring. */
  .field input:focus-visible {
    outline: none;
  }

  .chip {
    align-items: center;
    background: var(--k-accent-soft);
    border-radius: 1rem;
    display: inline-flex;
    font-size: 0.875rem;
    gap: 0.3rem;
    overflow-wrap: anywhere;
    padding-inline-start: 0.2rem;
  }

  .chip button {
    border-radius: 50%;
    flex: none;
    inline-size: 1.75rem;
    min-block-size: 1.75rem;
  }

  kantine-avatar {
    --size: 1.5rem;
  }

  /* Over what follows: a line that comes and goes would move a button away from the pointer. */
  ul,
  .nobody {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: var(--k-radius);
    box-shadow: 0 6px 20px rgb(0 0 0 / 18%);
    inset-inline: 0;
    margin-block-start: 0.25rem;
    max-block-size: 16rem;
    overflow: auto;
    position: absolute;
    z-index: 2;
  }

  .nobody {
    color: var(--k-muted);
    padding: 0.5rem 0.75rem;
  }

  li {
    --size: 2rem;

    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 0.6rem;
    padding: 0.35rem 0.6rem;
  }

  li > span {
    display: grid;
  }

  li[aria-selected='true'],
  li:hover {
    background: var(--k-accent-soft);
  }
`;
