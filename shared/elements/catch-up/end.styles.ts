import { css } from 'lit';

export const endStyles = css`
  :host {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }

  h3 {
    font-size: 1rem;
    line-height: 1.3;
  }

  .first {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .news {
    grid-template-columns: auto minmax(0, 1fr);
  }

  .said {
    font-style: italic;
    overflow-wrap: anywhere;
  }

  .end {
    border-block-start: 1px solid var(--k-border);
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding-block-start: 0.75rem;
  }

  .end:focus {
    outline: none;
  }

  .end p {
    margin: 0;
  }

  .last {
    font-weight: 600;
  }

  .last .muted {
    font-weight: 400;
  }
`;
