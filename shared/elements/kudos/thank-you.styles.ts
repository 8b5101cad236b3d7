import { css } from 'lit';

export const thankYouStyles = css`
  :host {
    background: var(--k-warm);
    /* Forced colours draw it, and no background. */
    border: 1px solid transparent;
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
    padding: 0.85rem 1rem;
  }

  .value {
    align-items: center;
    display: flex;
    font-size: 0.8125rem;
    font-weight: 600;
    gap: 0.4rem;
  }

  .recipients {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.9rem;
  }

  .recipient {
    align-items: center;
    display: inline-flex;
    gap: 0.4rem;
    max-inline-size: 100%;
  }

  kantine-avatar {
    --size: 1.75rem;
  }

  blockquote {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .from {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.8125rem;
    gap: 0.2rem 0.4rem;
  }

  .kept {
    align-items: center;
    display: flex;
    gap: 0.35rem;
    font-size: 0.8125rem;
    margin: 0;
  }

  .keep,
  .withdraw {
    color: var(--k-text);
    margin-inline-start: auto;
    text-decoration: underline;
  }

  .panel {
    background: var(--k-background);
    border: 1px solid transparent;
    border-radius: var(--k-radius);
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
  }
`;
