import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
  }

  form {
    display: grid;
    gap: 0.5rem;
  }

  textarea {
    field-sizing: content;
    max-block-size: 60vh;
    min-block-size: 2.4rem;
    resize: none;
  }

  .open textarea {
    min-block-size: 4.9rem;
    resize: vertical;
  }

  .closed textarea {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .foot {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    justify-content: space-between;
  }

  .invite {
    justify-self: start;
  }

  .untold {
    font-size: 0.875rem;
    margin: 0;
  }

  #about {
    flex: 1 1 14rem;
  }

  .kinds {
    border: none;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875rem;
    gap: 0.25rem 1rem;
    margin: 0;
    padding: 0;
  }

  .kinds input {
    flex: none;
    inline-size: 1rem;
    min-block-size: 0;
  }

  .kinds label {
    align-items: center;
    display: flex;
    gap: 0.35rem;
    min-block-size: 1.5rem;
  }

  .topic {
    align-items: center;
    display: flex;
    font-size: 0.875rem;
    gap: 0.5rem;
  }

  .topic select {
    inline-size: auto;
    padding-block: 0.2rem;
  }

  .actions {
    display: flex;
    gap: 0.5rem;
    margin-inline-start: auto;
  }

  .wider {
    flex: 1 1 100%;
  }

  .wider p {
    margin-block: 0 0.5rem;
  }

  .over {
    color: var(--k-danger);
    font-weight: 600;
  }
`;
