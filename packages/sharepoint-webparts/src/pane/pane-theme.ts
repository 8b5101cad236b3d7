/**
 * The site's theme on the property pane. A web part is told the theme of its section, which may be dark on a light
 * site; the pane beside the page is not in that section. So its colours are chosen anew for what lies behind them.
 */
import { contrast } from '../theme/contrast.ts';
import { applyTheme } from '../theme/theme.ts';
import type { SiteTheme } from '../theme/theme.ts';

const black = '#000000';
const white = '#ffffff';

/** The first opaque colour behind an element. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (contrast(backgroundColor, black) > 0) return backgroundColor;
  }
  return white;
}

/** @param theme of the section; without one the elements' own colours fit the pane all the same. */
export function themePane(root: HTMLElement, theme: SiteTheme = {}): void {
  const ground = groundOf(root);
  applyTheme(root.style, {
    ...theme,
    isInverted: contrast(ground, white) > contrast(ground, black),
    semanticColors: { ...theme.semanticColors, bodyBackground: ground },
  });
}
