import { css } from 'lit';

export const articleFormStyles = css`
  form {
    display: grid;
    gap: 0.9rem;
    grid-template-columns: minmax(0, 1fr);
  }

  label {
    display: grid;
    gap: 0.25rem;
  }

  label > span:first-child,
  legend {
    font-size: 0.875rem;
    font-weight: 600;
    padding: 0;
  }

  legend {
    margin-block-end: 0.25rem;
  }

  fieldset {
    border: none;
    display: grid;
    gap: 0.5rem;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }

  #title {
    font-size: 1.25rem;
    font-weight: 600;
  }

  textarea {
    field-sizing: content;
    resize: vertical;
  }

  .body {
    font-size: 1rem;
    line-height: 1.6;
    min-block-size: 16rem;
  }

  .cover-choice > .cover {
    block-size: 4.5rem;
  }

  .cover-choice > div[role] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }

  .choice {
    align-items: center;
    border: 1px solid var(--k-control-border);
    border-radius: var(--k-radius);
    cursor: pointer;
    display: inline-flex;
    gap: 0.4rem;
    min-block-size: 2rem;
    padding: 0.2rem 0.55rem;
  }

  .choice:has(:checked) {
    background: var(--k-accent-soft);
    border-color: var(--k-accent);
  }

  .choice input {
    inline-size: auto;
    margin: 0;
  }

  .choice > span:last-child {
    font-weight: 400;
  }

  i.cover {
    block-size: 1.25rem;
    border: 1px solid var(--k-border);
    inline-size: 1.25rem;
  }

  .notice details {
    inline-size: 100%;
  }
`;
