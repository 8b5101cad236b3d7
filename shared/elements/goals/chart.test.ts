import { describe, expect, it } from 'vitest';
import { mountTemplate } from '../testing/index.ts';
import { chart, placesOf, scaleOf } from './chart.ts';
import type { ChartLines } from './chart.ts';

const lines = (values: readonly (number | undefined)[], more: Partial<ChartLines> = {}) => ({
  points: values.map((value, at) => ({
    month: 24_000 + at,
    ...(value === undefined ? {} : { value }),
  })),
  target: 50,
  ...more,
});
const words = {
  label: 'A line by month.',
  top: '100',
  bottom: '0',
  first: 'Sep',
  last: 'Dec',
  keys: [],
} as const;

function drawn(of: ChartLines) {
  const root = mountTemplate(chart(of, words));
  const all = [...root.querySelectorAll('svg[role=img] path')];
  const named = (name: string) => all.filter((path) => path.classList.contains(name));
  return { line: named('counted')[0]?.getAttribute('d'), dots: named('dot'), named };
}

describe('the line of a goal', () => {
  it('goes through what is shown, and is broken by a month that is not', () => {
    const { line = '', dots } = drawn(lines([10, 20, undefined, 30, 40]));
    expect(line?.match(/[ML]/g)?.join('')).toBe('MLML');
    expect(dots).toHaveLength(4);
  });

  it('is empty where nothing is shown, and a dot where one month is', () => {
    expect(drawn(lines([undefined, undefined]))).toMatchObject({ line: '', dots: [] });
    expect(drawn(lines([undefined, 5])).dots).toHaveLength(1);
    expect(placesOf(lines([5]))).toEqual([[50, expect.any(Number)]]);
  });

  it('has a scale from nought to a round number that everything fits below', () => {
    expect(scaleOf(lines([3, 9], { target: 12 }))).toBe(20);
    expect(scaleOf(lines([3], { target: 2, beginning: 41 }))).toBe(50);
    expect(scaleOf(lines([3], { most: 100 }))).toBe(100);
    for (const place of placesOf(lines([0, 50, 37], { most: 100 }))) {
      expect(place?.[1]).toBeGreaterThanOrEqual(0);
      expect(place?.[1]).toBeLessThanOrEqual(100);
    }
  });

  it('shows where it began only if that is known', () => {
    expect(drawn(lines([5])).named('beginning')).toHaveLength(0);
    expect(drawn(lines([5], { beginning: 4 })).named('beginning')).toHaveLength(1);
  });
});
