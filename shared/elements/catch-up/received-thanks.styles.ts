import { css } from 'lit';

export const receivedStyles = css`
  :host {
    container-type: inline-size;
    display: block;
  }

  h3 {
    font-size: 1rem;
    margin: 0;
  }

  .top {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: space-between;
  }

  .unseen:empty {
    display: none;
  }

  .kept::before {
    content: '· ';
  }

  /* Beside the button the words would have a column of a word each. */
  @container (inline-size < 28rem) {
    .line {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .keep {
      grid-column: 2;
      justify-self: start;
      padding-inline: 0;
      text-decoration: underline;
    }
  }
`;
