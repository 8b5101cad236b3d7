import { css } from 'lit';

export const moreStyles = css`
  .panel .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .panel fieldset {
    border: 0;
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
  }

  .panel label.choice {
    align-items: center;
    display: flex;
    gap: 0.5rem;
    min-block-size: 1.5rem;
  }

  .panel label.choice input {
    flex: none;
    inline-size: auto;
  }

  .panel .invalid {
    color: var(--k-danger);
    font-size: 0.875rem;
  }

  .panel q {
    overflow-wrap: anywhere;
  }
`;
