/** Styles of what an element draws later, fetched with it. */
import type { CSSResult, LitElement } from 'lit';

export function addStyles({ renderRoot }: LitElement, { styleSheet }: CSSResult): void {
  if (!(renderRoot instanceof ShadowRoot) || !styleSheet) return;
  const { adoptedStyleSheets } = renderRoot;
  if (adoptedStyleSheets.includes(styleSheet)) return;
  renderRoot.adoptedStyleSheets = [...adoptedStyleSheets, styleSheet];
}
