import { css } from 'lit';

/** A popover above the page, beside its button. Each says for itself on which side. */
export const popoverStyles = css`
  [popover] {
    background: var(--k-background);
    border: 1px solid var(--k-border);
    border-radius: var(--k-radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
    color: var(--k-text);
    inset: auto;
    margin: 0.25rem 0;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
  }

  /* Browsers without anchor positioning show it in the middle. */
  @supports not (position-area: block-end) {
    [popover] {
      block-size: fit-content;
      inset: 0;
      margin: auto;
    }
  }
`;
