import { css } from 'lit';

export const kudosStyles = css`
  section {
    display: grid;
    gap: 0.75rem;
  }

  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: space-between;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  .feed {
    display: grid;
    gap: 0.75rem;
  }

  li {
    background: var(--k-warm);
    border-radius: calc(var(--k-radius) * 1.5);
    display: grid;
    gap: 0.5rem;
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
    color: var(--k-text);
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.4rem;
  }

  .from button {
    color: var(--k-text);
    margin-inline-start: auto;
    text-decoration: underline;
  }

  section > button {
    justify-self: center;
  }
`;
