import { css } from 'lit';

export const catchUpStyles = css`
  :host {
    container-type: inline-size;
  }

  section,
  .list,
  .for-stewards,
  .lines {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .list[hidden] {
    display: none;
  }

  .lines {
    list-style: '';
    margin: 0;
    padding: 0;
  }

  .line {
    align-items: start;
    border: 1px solid var(--k-border);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.25rem 0.75rem;
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding: 0.75rem;
  }

  /* Where there is little room, what is to be read has it. */
  @container (inline-size < 28rem) {
    .line > .done {
      grid-column: 2 / -1;
      justify-self: start;
    }
  }

  .face {
    --size: 2.25rem;
  }

  .what {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    overflow-wrap: anywhere;
  }

  .what button {
    font-weight: 600;
    justify-content: start;
    min-block-size: 1.5rem;
    padding: 0;
    text-align: start;
  }

  .what button:hover {
    background: none;
    text-decoration: underline;
  }

  .time {
    align-items: center;
    display: flex;
    gap: 0.5rem;
    margin: 0;
  }

  progress {
    accent-color: var(--k-accent);
    block-size: 0.375rem;
    inline-size: 6rem;
  }

  .excerpt {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
`;
