import { css } from 'lit';

export const thanksStyles = css`
  .thanks {
    display: grid;
    gap: 0.35rem;
    justify-items: start;
  }

  .thanks p {
    margin: 0;
  }

  .thanks button {
    text-align: start;
  }

  .thanks button svg {
    flex: none;
  }

  .thanks [role='status']:empty {
    display: none;
  }
`;
