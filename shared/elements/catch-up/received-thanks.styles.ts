import { css } from 'lit';

export const receivedStyles = css`
  :host {
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
`;
