import { css } from 'lit';

export const groupItemStyles = css`
  :host {
    block-size: 100%;
    display: block;
  }

  article {
    align-content: space-between;
    block-size: 100%;
    display: grid;
    gap: 0.6rem;
    grid-template-columns: minmax(0, 1fr);
  }

  .about {
    align-content: start;
    display: grid;
    gap: 0.3rem;
    overflow-wrap: anywhere;
  }

  h4 {
    font-size: 1rem;
    line-height: 1.35;
  }

  .open {
    border-radius: 4px;
    color: var(--k-accent);
    font-weight: 600;
    justify-content: start;
    min-block-size: 1.5rem;
    padding: 0;
    text-align: start;
  }

  .open:hover {
    background: none;
    text-decoration: underline;
  }

  .news {
    background: var(--k-accent-soft);
    border-radius: 1rem;
    font-size: 0.8125rem;
    font-weight: 600;
    justify-self: start;
    padding: 0.1rem 0.6rem;
  }

  .people {
    --k-face: 1.5rem;

    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 0.6rem;
  }

  /* In line with the text that it is to the eye. */
  button.count {
    font-size: 0.8125rem;
    margin-inline: -0.3rem;
    min-block-size: 1.5rem;
    padding: 0 0.3rem;
  }

  button.count:hover {
    background: none;
    text-decoration: underline;
  }

  .asker {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875rem;
    gap: 0.3rem;
  }

  .confirm {
    align-items: center;
    background: var(--k-warm);
    border-radius: var(--k-radius);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    grid-column: 1 / -1;
    padding: 0.75rem;
  }

  .confirm p {
    flex-basis: 100%;
  }

  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }

  /* Words without a border begin where those above them do. */
  @media (forced-colors: none) {
    .actions:has(> .quiet:first-child) {
      margin-inline-start: -0.7rem;
    }
  }
`;
