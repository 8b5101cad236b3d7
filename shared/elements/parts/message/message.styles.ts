import { css } from 'lit';

export const messageStyles = css`
  :host {
    display: block;
  }

  .message {
    display: grid;
    gap: 0.25rem 0.75rem;
    grid-template-columns: auto minmax(0, 1fr);
  }

  .face {
    --size: var(--message-face, 2.5rem);

    align-self: start;
  }

  .content {
    display: grid;
    gap: 0.35rem;
    grid-template-columns: minmax(0, 1fr);
  }

  header {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
  }

  .tag {
    background: var(--k-surface);
    border-radius: 1rem;
    color: var(--k-muted);
    font-size: 0.75rem;
    padding: 0 0.5rem;
  }

  .gone {
    color: var(--k-muted);
    font-style: italic;
  }

  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .actions :is(.reply, .edit, .delete, .more) {
    padding-inline: 0.5rem;
  }

  .actions button {
    text-align: start;
  }

  button.link {
    display: inline;
    min-block-size: 1.5rem;
    padding: 0 0.1rem;
    text-decoration: underline;
  }

  /* The button has a name. A hidden text that is clipped would be drawn by itself, which makes scrolling slow. */
  .actions .more::before {
    content: '\\22ef';
    font-size: 1.125rem;
    line-height: 1;
  }

  /* Where they would take a row of their own, a pencil and a bin say it; their names stay. */
  @container (max-width: 32rem) {
    .actions :is(.edit, .delete) span {
      display: none;
    }
  }

  @container (max-width: 20rem) {
    .reply span {
      display: none;
    }

    .actions :is(.reply, .more) {
      padding-inline: 0.25rem;
    }
  }

  @container (max-width: 24rem) {
    .face {
      --size: 2rem;
    }
  }
`;
