/** The site's theme, light and dark, and its sections' backgrounds, made as Microsoft makes them. */
import { getNeutralVariant, getSoftVariant, getStrongVariant } from '@fluentui/scheme-utilities';
import { createTheme } from '@fluentui/theme';
import type { ITheme } from '@fluentui/theme';
import type { Background } from '../server/pages.ts';

export type Scheme = 'light' | 'dark';

const light = {
  themePrimary: '#03787c',
  themeLighterAlt: '#f0f9fa',
  themeLighter: '#c5e9ea',
  themeLight: '#98d6d8',
  themeTertiary: '#49aeb1',
  themeSecondary: '#13898d',
  themeDarkAlt: '#026d70',
  themeDark: '#025c5f',
  themeDarker: '#014446',
};

const dark = {
  themePrimary: '#4cc2c4',
  themeLighterAlt: '#030808',
  themeLighter: '#0c1f1f',
  themeLight: '#173a3b',
  themeTertiary: '#2e7576',
  themeSecondary: '#43abad',
  themeDarkAlt: '#5ec9cb',
  themeDark: '#77d2d4',
  themeDarker: '#9cdfe0',
  neutralLighterAlt: '#252423',
  neutralLighter: '#2d2c2b',
  neutralLight: '#323130',
  neutralQuaternaryAlt: '#3b3a39',
  neutralQuaternary: '#484644',
  neutralTertiaryAlt: '#605e5c',
  neutralTertiary: '#a19f9d',
  neutralSecondary: '#c8c6c4',
  neutralPrimaryAlt: '#e1dfdd',
  neutralPrimary: '#f3f2f1',
  neutralDark: '#faf9f8',
  black: '#ffffff',
  white: '#1b1a19',
};

const base = (scheme: Scheme): ITheme =>
  createTheme(
    scheme === 'dark' ? { palette: dark, isInverted: true } : { palette: light, isInverted: false },
  );

/** The theme of a section, as its web parts get it. */
export function sectionTheme(scheme: Scheme, background: Background): ITheme {
  const theme = base(scheme);
  switch (background) {
    case 'neutral':
      return getNeutralVariant(theme) as ITheme;
    case 'soft':
      return getSoftVariant(theme) as ITheme;
    case 'strong':
      return getStrongVariant(theme) as ITheme;
    case 'none':
      return theme;
  }
}
