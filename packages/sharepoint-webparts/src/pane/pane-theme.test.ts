import { describe, expect, it } from 'vitest';
import { contrast } from '../theme/contrast.ts';
import { themePane } from './pane-theme.ts';

const light = {
  semanticColors: {
    bodyBackground: '#ffffff',
    bodyText: '#323130',
    primaryButtonBackground: '#8a1538',
    primaryButtonText: '#ffffff',
    inputBorder: '#605e5c',
  },
  palette: { themeLighter: '#f6dfe6', neutralLighter: '#f3f2f1' },
  fonts: { medium: { fontFamily: 'Georgia' } },
};
const darkSection = {
  isInverted: true,
  semanticColors: { ...light.semanticColors, bodyBackground: '#1b1a19', bodyText: '#f3f2f1' },
};

/** A pane of a colour, with a field in it. */
function fieldOn(colour: string): HTMLElement {
  const pane = document.createElement('aside');
  pane.style.backgroundColor = colour;
  const root = document.createElement('div');
  pane.append(root);
  document.body.append(pane);
  return root;
}

const property = (root: HTMLElement, name: string): string => root.style.getPropertyValue(name);

describe('our fields in the property pane', () => {
  it('have the accent and the font of the site', () => {
    const root = fieldOn('#ffffff');
    themePane(root, light);
    expect(property(root, '--kantine-accent')).toBe('#8a1538');
    expect(property(root, '--kantine-font')).toBe('Georgia');
    expect(root.style.colorScheme).toBe('light');
  });

  it.each([
    ['a light pane beside a dark section', '#ffffff', 'light'],
    ['a dark pane', '#1b1a19', 'dark'],
  ])('can be read on %s', (_, colour, scheme) => {
    const root = fieldOn(colour);
    themePane(root, darkSection);
    expect(root.style.colorScheme).toBe(scheme);
    expect(contrast(property(root, '--kantine-text'), colour)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(property(root, '--kantine-control-border'), colour)).toBeGreaterThanOrEqual(3);
  });

  it('follow the pane where no theme was told', () => {
    const root = fieldOn('#1b1a19');
    themePane(root, undefined);
    expect(root.style.colorScheme).toBe('dark');
  });
});
