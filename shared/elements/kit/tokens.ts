import { css } from 'lit';

/**
 * The look of a widget. A host sets the --kantine-* properties from its own theme; without them
 * the light or dark defaults follow the page's color-scheme.
 */
export const tokens = css`
  :host {
    --k-text: var(--kantine-text, light-dark(#1f2328, #f0f0ee));
    --k-muted: var(--kantine-muted, light-dark(#5a6067, #b5b8bb));
    --k-background: var(--kantine-background, light-dark(#ffffff, #1b1d1f));
    --k-surface: var(--kantine-surface, light-dark(#f4f6f6, #26292c));
    --k-border: var(--kantine-border, light-dark(#d5dada, #43484d));
    --k-control-border: var(--kantine-control-border, light-dark(#7b8388, #8d949a));
    --k-accent: var(--kantine-accent, light-dark(#0b6b5d, #63d2bd));
    --k-on-accent: var(--kantine-on-accent, light-dark(#ffffff, #06251f));
    --k-accent-soft: var(--kantine-accent-soft, light-dark(#e0f2ee, #173c36));
    --k-danger: var(--kantine-danger, light-dark(#b3261e, #ffb4ab));
    --k-danger-soft: var(--kantine-danger-soft, light-dark(#fdecea, #48201d));
    --k-warm: var(--kantine-warm, light-dark(#fff4dc, #3b3013));
    --k-radius: var(--kantine-radius, 8px);
    --k-emoji: 'Segoe UI Emoji', 'Apple Color Emoji', 'Noto Color Emoji', sans-serif;
    --k-font: var(--kantine-font, 'Segoe UI', system-ui, -apple-system, sans-serif);

    color: var(--k-text);
    font: 400 0.9375rem/1.45 var(--k-font);
    display: block;
  }
`;
