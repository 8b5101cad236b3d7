import { css } from 'lit';

/** What the form of an idea's fate has beside what every form has. */
export const fateFormStyles = css`
  input[type='date'] {
    inline-size: auto;
    justify-self: start;
    max-inline-size: 100%;
  }
`;
