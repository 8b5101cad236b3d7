import { css } from 'lit';

export const postStyles = css`
  :host {
    display: block;
  }

  .post {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
  }

  .words {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  /* The address of the page names it. */
  :host([linked]) .post {
    border-color: var(--k-accent);
    box-shadow: 0 0 0 1px var(--k-accent);
  }

  ol {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    /* Not «none»: that would be no list any more for VoiceOver. */
    list-style: '';
  }

  ol:focus {
    outline: none;
  }

  .threads,
  .answer,
  .more {
    --message-face: 2rem;

    margin-inline-start: 3.25rem;
  }

  .replies {
    border-inline-start: 2px solid var(--k-border);
    margin-block-start: 0.75rem;
    margin-inline-start: 1rem;
    padding-inline-start: 0.75rem;
  }

  .threads .answer {
    margin-block-start: 0.75rem;
    margin-inline-start: 2.75rem;
  }

  .more,
  .begin {
    justify-self: start;
  }

  @container (max-width: 30rem) {
    .post {
      padding: 0.75rem;
    }

    .threads,
    .answer,
    .more {
      margin-inline-start: 0.5rem;
    }
  }
`;
