import { css } from 'lit';

/** What the pages of a blog beside its list have in common. */
export const pageStyles = css`
  :host {
    display: block;
  }

  :host(:focus) {
    outline: none;
  }

  section,
  ol {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }

  ol {
    gap: 1.25rem;
    list-style: '';
  }

  [aria-pressed='true'] {
    background: var(--k-accent-soft);
    color: var(--k-text);
  }

  /* A measure that is read with ease, in the middle of a wide page. */
  section {
    margin-inline: auto;
    max-inline-size: 44rem;
  }

  .back {
    justify-self: start;
    padding-inline-start: 0;
  }

  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  h2 {
    font-size: 1.5rem;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  h3 {
    font-size: 1.1875rem;
    line-height: 1.3;
  }

  h4 {
    font-size: 1.0625rem;
  }

  h5 {
    font-size: 1rem;
    margin: 0;
  }

  .lead {
    color: var(--k-muted);
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }

  .gone {
    color: var(--k-muted);
  }

  section > .cover {
    block-size: 6rem;
  }

  section > .cover svg {
    block-size: 2.75rem;
    inline-size: 2.75rem;
  }

  .text {
    font-size: 1rem;
    line-height: 1.6;
  }

  .text :is(h3, h4, h5) {
    margin-block-start: 1.4em;
  }

  .text > :first-child {
    margin-block-start: 0;
  }

  kantine-conversation {
    border-block-start: 1px solid var(--k-border);
    margin-block-start: 1rem;
    padding-block-start: 1rem;
  }

  nav.series .actions {
    gap: 0.25rem 1rem;
  }

  nav.series button {
    color: var(--k-accent);
    padding-inline: 0;
  }

  nav.series button:hover {
    background: none;
    text-decoration: underline;
  }

  nav.series {
    background: var(--k-surface);
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem;
  }
`;
