import { css } from 'lit';

/** What the forms of goals have beside what every form has. */
export const goalFormStyles = css`
  form {
    gap: 1rem;
  }

  fieldset {
    display: grid;
    gap: 0.25rem;
  }

  legend {
    margin-block-end: 0.25rem;
  }

  :is(input, select) {
    font-size: 0.9375rem;
    font-weight: 400;
  }

  .row {
    display: grid;
    gap: 1rem;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    align-items: end;
  }

  .suggested {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .suggested button {
    text-align: start;
  }

  .hint {
    background: var(--k-warm);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 0.75rem 1rem;
  }

  .hint button {
    background: var(--k-background);
  }
`;
