import { css } from 'lit';

export const weekStyles = css`
  h4 {
    font-size: 0.9375rem;
    margin: 0;
  }

  .week {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .week li > * {
    display: block;
  }

  .week .excerpt {
    display: -webkit-box;
  }

  .week a {
    color: var(--k-link, var(--k-accent));
    padding-block: 0.1rem;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0;
  }

  @media print {
    .tools {
      display: none;
    }

    .week .excerpt {
      display: block;
    }
  }
`;
