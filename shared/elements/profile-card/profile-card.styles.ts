import { css } from 'lit';

export const profileCardStyles = css`
  section {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 1rem;
  }

  :host(:not([form='compact'])) :is(section, kantine-profile-editor) {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
  }

  .head {
    align-items: center;
    display: grid;
    gap: 0.75rem;
    grid-template-columns: auto minmax(0, 1fr);
  }

  kantine-avatar {
    --size: 4rem;
  }

  :host([form='compact']) kantine-avatar {
    --size: 3rem;
  }

  h3 {
    font-size: 1.125rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  h4 {
    color: var(--k-muted);
    font-size: 0.8125rem;
    font-weight: 600;
    margin-block-end: 0.25rem;
  }

  .facts {
    display: grid;
    font-size: 0.875rem;
    gap: 0.35rem;
  }

  .facts li {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    overflow-wrap: anywhere;
  }

  /* A long address breaks beside its icon. */
  .facts a {
    max-inline-size: calc(100% - 1.5rem);
    padding-block: 0.15rem;
  }

  /* A line of its own, and as high as a finger needs. */
  .helped a {
    display: inline-block;
    padding-block: 0.15rem;
  }

  .facts .sentence {
    flex: 1;
    min-inline-size: 60%;
  }

  .facts svg {
    color: var(--k-muted);
    flex: none;
  }

  .about {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }

  .tags li {
    background: var(--k-surface);
    border-radius: 1rem;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
    padding: 0.1rem 0.6rem;
  }

  .common {
    background: var(--k-accent-soft);
    border-radius: var(--k-radius);
    font-size: 0.875rem;
    padding: 0.4rem 0.6rem;
  }

  .choice {
    border-block-start: 1px solid var(--k-border);
    display: grid;
    gap: 0.25rem;
    padding-block-start: 0.5rem;
  }

  button {
    justify-self: start;
    text-align: start;
  }

  button svg {
    flex: none;
  }
`;
