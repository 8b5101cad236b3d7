/**
 * SharePoint's theme in Kantine's words (docs/guides/theming.md). Companies make themes of their
 * own, and a section of a page may be dark in a light theme: what could not be read on the section's
 * background is passed over for the next best colour.
 */
import { contrast } from './contrast.ts';

/** Of SharePoint's theme what is used here. */
export interface SiteTheme {
  readonly isInverted?: boolean;
  readonly semanticColors?: Readonly<Record<string, string | undefined>>;
  readonly palette?: Readonly<Record<string, string | undefined>>;
  readonly fonts?: { readonly medium?: { readonly fontFamily?: string } };
}

/** WCAG 2.2: text, and the edge of a field. */
const ofText = 4.5;
const ofEdge = 3;

type Candidates = readonly (string | undefined)[];

/** The first that stands out enough on every background; failing all, the last. */
function readable(candidates: Candidates, backgrounds: Candidates, least: number): string {
  const known = candidates.filter((each) => each !== undefined);
  const grounds = backgrounds.filter((each) => each !== undefined);
  const found = known.find((each) => grounds.every((ground) => contrast(each, ground) >= least));
  return found ?? known.at(-1) ?? '';
}

const black = '#000000';
const white = '#ffffff';

/** @returns the value of each property; an empty one leaves the elements their own default. */
export function themeProperties(theme: SiteTheme): Readonly<Record<string, string>> {
  const { semanticColors: semantic = {}, palette = {}, fonts } = theme;
  const background = semantic.bodyBackground ?? (theme.isInverted === true ? '#1b1a19' : white);
  const text = readable([semantic.bodyText, white, black], [background], ofText);
  const quiet = (...candidates: Candidates) =>
    readable([...candidates, background], [text], ofText);
  const surface = quiet(semantic.bodyStandoutBackground, palette.neutralLighter);
  const grounds = [background, surface];
  const { primaryButtonBackground, primaryButtonText, link } = semantic;
  const accent = readable([primaryButtonBackground, link, text], grounds, ofText);
  const danger = readable([semantic.errorText, text], grounds, ofText);
  const { inputBorder, smallInputBorder, bodySubtext } = semantic;
  return {
    '--kantine-text': text,
    '--kantine-muted': readable([bodySubtext, text], grounds, ofText),
    '--kantine-background': background,
    '--kantine-surface': surface,
    '--kantine-border': semantic.bodyDivider ?? '',
    '--kantine-control-border': readable(
      [inputBorder, smallInputBorder, bodySubtext, text],
      grounds,
      ofEdge,
    ),
    '--kantine-accent': accent,
    '--kantine-on-accent': readable(
      [primaryButtonText, background, white, black],
      [accent],
      ofText,
    ),
    // Both text and accent stand on it.
    '--kantine-accent-soft': readable(
      [palette.themeLighter, palette.themeLighterAlt, surface],
      [text, accent],
      ofText,
    ),
    '--kantine-danger': danger,
    '--kantine-danger-soft': quiet(semantic.errorBackground, surface),
    '--kantine-warm': quiet(semantic.warningBackground, surface),
    '--kantine-radius': '4px',
    '--kantine-font': fonts?.medium?.fontFamily ?? '',
  };
}

/** Sets it on an element by CSSOM, which the strictest content security policy allows. */
export function applyTheme(style: CSSStyleDeclaration, theme: SiteTheme | undefined): void {
  if (!theme) return;
  for (const [name, value] of Object.entries(themeProperties(theme)))
    style.setProperty(name, value);
  style.setProperty('color-scheme', theme.isInverted === true ? 'dark' : 'light');
}
