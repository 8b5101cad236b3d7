import { css } from 'lit';

export const mentioningStyles = css`
  .field {
    display: grid;
    position: relative;
  }

  /* Over what follows: a list that comes and goes would move a button away from the pointer. */
  .candidates,
  .nobody {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: var(--k-radius);
    box-shadow: 0 6px 20px rgb(0 0 0 / 18%);
    inset-block-start: 100%;
    inset-inline: 0;
    list-style: '';
    margin: 0.25rem 0 0;
    max-block-size: 16rem;
    overflow: auto;
    padding: 0;
    position: absolute;
    z-index: 2;
  }

  .nobody {
    padding: 0.5rem 0.75rem;
  }

  .candidates li {
    --size: 2rem;
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 0.6rem;
    padding: 0.35rem 0.6rem;
  }

  .candidates li > span {
    display: grid;
    overflow-wrap: anywhere;
  }

  .candidates .outside bdi {
    color: var(--k-muted);
  }

  .candidates li[aria-selected='true'],
  .candidates li:hover {
    background: var(--k-accent-soft);
  }
`;
