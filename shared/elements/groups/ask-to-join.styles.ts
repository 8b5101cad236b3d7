import { css } from 'lit';

export const askToJoinStyles = css`
  :host {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    inline-size: 100%;
  }

  form {
    display: grid;
    gap: 0.4rem;
    inline-size: 100%;
  }

  label {
    font-weight: 600;
  }
`;
