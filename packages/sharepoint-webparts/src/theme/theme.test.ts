import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { themeProperties } from './theme.ts';

const light = {
  bodyText: '#323130',
  bodySubtext: '#605e5c',
  bodyBackground: '#ffffff',
  bodyStandoutBackground: '#faf9f8',
  bodyDivider: '#edebe9',
  inputBorder: '#605e5c',
  link: '#03787c',
  primaryButtonBackground: '#03787c',
  primaryButtonText: '#ffffff',
  errorText: '#a4262c',
  errorBackground: '#fde7e9',
  warningBackground: '#fff4ce',
};

describe('contrast', () => {
  it.each([
    ['#000', '#fff', 21],
    ['rgb(0, 0, 0)', 'rgba(255 255 255 / 1)', 21],
    ['#777777', '#ffffff', 4.48],
    ['#03787c', '#03787c', 1],
    ['transparent', '#ffffff', 0],
    ['rgba(0, 0, 0, 0.5)', '#ffffff', 0],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('SharePoint’s theme', () => {
  it('gives the elements its own colours', () => {
    expect(themeProperties({ semanticColors: light })).toMatchObject({
      '--kantine-text': '#323130',
      '--kantine-muted': '#605e5c',
      '--kantine-background': '#ffffff',
      '--kantine-surface': '#faf9f8',
      '--kantine-border': '#edebe9',
      '--kantine-accent': '#03787c',
      '--kantine-on-accent': '#ffffff',
      '--kantine-danger': '#a4262c',
      '--kantine-danger-soft': '#fde7e9',
      '--kantine-warm': '#fff4ce',
    });
  });

  it.each([
    ['a dark section', { bodyBackground: '#1b1a19', bodyText: '#f3f2f1' }],
    ['a section in the colour of the company', { bodyBackground: '#03787c', bodyText: '#ffffff' }],
    ['a company whose colour is pale', { primaryButtonBackground: '#ffe08a', link: '#ffd45c' }],
    ['a theme that says nothing of its text', { bodyText: undefined, bodySubtext: undefined }],
  ])('can be read in %s', (_, own) => {
    const theme = themeProperties({ semanticColors: { ...light, ...own } });
    const ratio = (one: string, other: string) =>
      contrast(theme[`--kantine-${one}`] ?? '', theme[`--kantine-${other}`] ?? '');
    for (const ground of ['background', 'surface']) {
      for (const text of ['text', 'muted', 'accent', 'danger']) {
        expect(ratio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(ratio('control-border', ground)).toBeGreaterThanOrEqual(3);
    }
    for (const ground of ['accent-soft', 'danger-soft', 'warm']) {
      expect(ratio('text', ground), `text on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  });

  it('leaves the elements their own defaults where it says nothing', () => {
    expect(themeProperties({})).toMatchObject({
      '--kantine-border': '',
      '--kantine-font': '',
      '--kantine-background': '#ffffff',
    });
  });
});
