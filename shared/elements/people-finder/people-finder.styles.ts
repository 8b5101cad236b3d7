import { css } from 'lit';

export const peopleFinderStyles = css`
  :host {
    container-type: inline-size;
  }

  section {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  form {
    display: grid;
    gap: 0.25rem;
  }

  label {
    font-size: 0.875rem;
    font-weight: 600;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }

  .chip {
    border-color: var(--k-control-border);
    border-radius: 1rem;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
    text-align: start;
  }

  .chip[aria-pressed='true'] {
    background: var(--k-accent);
    border-color: var(--k-accent);
    color: var(--k-on-accent);
  }

  .people {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
  }

  .people:empty {
    display: none;
  }

  .people > li {
    align-items: start;
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.75rem;
    grid-template-columns: auto minmax(0, 1fr);
    padding: 0.75rem 0.9rem;
  }

  .name {
    display: inline;
    font-weight: 600;
    margin-inline: -0.35rem;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    padding: 0 0.35rem;
    text-align: start;
  }

  .why,
  .muted {
    overflow-wrap: anywhere;
  }

  .why {
    font-size: 0.875rem;
  }

  .why::first-letter {
    text-transform: uppercase;
  }

  .back {
    justify-self: start;
  }
`;
