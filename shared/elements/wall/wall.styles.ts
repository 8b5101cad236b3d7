import { css } from 'lit';

export const wallStyles = css`
  :host {
    container-type: inline-size;
  }

  section {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }

  header {
    display: grid;
    gap: 0.5rem;
  }

  .about {
    display: grid;
    gap: 0.2rem;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .who {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
  }

  .new {
    background: var(--k-surface);
    border-radius: calc(var(--k-radius) * 1.5);
    padding: 0.75rem;
  }

  /* Plain blocks, page by page: a grid would size every row again for each change to one. */
  .page > * + *,
  .page + .page {
    margin-block-start: 0.75rem;
  }

  /* A browser looks at each of these in every frame; posts of a page out of sight are looked at as one. */
  .page:not(:first-child) {
    contain-intrinsic-size: auto 400rem;
    content-visibility: auto;
  }

  kantine-post {
    display: block;
  }

  /*
   * Posts out of sight cost neither layout nor paint; the first ones are in sight, and come a frame earlier so.
   * Each says how high it will be.
   */
  kantine-post[lazy] {
    content-visibility: auto;
  }

  .read-line {
    align-items: center;
    color: var(--k-accent);
    display: flex;
    font-size: 0.8125rem;
    font-weight: 600;
    gap: 0.75rem;
  }

  .read-line::before,
  .read-line::after {
    background: var(--k-accent);
    block-size: 1px;
    content: '';
    flex: 1;
  }

  :is(.older, .end) {
    justify-self: center;
  }
`;
