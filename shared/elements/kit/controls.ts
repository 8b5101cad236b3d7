import { css } from 'lit';

/** Buttons, fields and text pieces that every element draws alike. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  button {
    align-items: center;
    background: none;
    border: 1px solid transparent;
    border-radius: var(--k-radius);
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 0.4em;
    justify-content: center;
    min-block-size: 2rem;
    padding: 0.2rem 0.7rem;
  }

  button:hover {
    background: var(--k-surface);
  }

  button.primary {
    background: var(--k-accent);
    color: var(--k-on-accent);
    font-weight: 600;
    padding-inline: 1rem;
  }

  button.primary:hover {
    filter: brightness(1.08);
  }

  button.secondary {
    border-color: var(--k-control-border);
    font-weight: 600;
  }

  button.quiet {
    color: var(--k-muted);
    font-size: 0.875rem;
  }

  button.danger {
    background: var(--k-danger);
    color: var(--k-background);
    font-weight: 600;
  }

  button.icon {
    inline-size: 2rem;
    padding: 0;
  }

  button[disabled],
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }

  :is(button, a, input, textarea, select, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  :is(input, textarea, select) {
    background: var(--k-background);
    border: 1px solid var(--k-control-border);
    border-radius: var(--k-radius);
    color: inherit;
    font: inherit;
    inline-size: 100%;
    padding: 0.45rem 0.65rem;
  }

  [aria-invalid] {
    border-color: var(--k-danger);
  }

  ::placeholder {
    color: var(--k-muted);
    opacity: 1;
  }

  a {
    color: var(--k-accent);
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  summary {
    padding-block: 0.2rem;
  }

  /* Not «none»: that would be no list any more for VoiceOver. */
  ul.plain {
    list-style: '';
  }

  .sign {
    font-family: var(--k-emoji);
  }

  .muted {
    color: var(--k-muted);
    font-size: 0.8125rem;
  }

  .unseen {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color 0.12s;
    }
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }

    /* Whatever an element makes of what is chosen, here it has the palette's colours, and so has all in it.
       Not SelectedItem: where no palette sets it, Chromium's own reads at 5.4 : 1. */
    :is([aria-pressed='true'], [aria-selected='true'], .chosen) {
      &,
      & * {
        background: Highlight !important;
        border-color: Highlight !important;
        color: HighlightText !important;
        forced-color-adjust: none;
      }
    }
  }
`;
