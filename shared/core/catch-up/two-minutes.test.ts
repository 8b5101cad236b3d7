import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitting, mostSeconds, secondsToRead } from './two-minutes.ts';

describe('two minutes', () => {
  it('hold the first lines that fit, in their order, whatever there is to read', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 })), (lines) => {
        const { shown, left, seconds } = fitting(lines, (line) => line);
        expect([...shown, ...left]).toEqual(lines);
        expect(seconds).toBe(shown.reduce((sum, line) => sum + line, 0));
        expect(seconds).toBeLessThanOrEqual(mostSeconds);
        if (left[0] !== undefined) expect(seconds + left[0]).toBeGreaterThan(mostSeconds);
      }),
      { numRuns: 500 },
    );
  });

  it('are counted at 220 words a minute, and no line is free', () => {
    expect(secondsToRead([Array.from({ length: 220 }, () => 'word').join(' ')])).toBe(60);
    expect(secondsToRead(['one two', 'three four'])).toBe(2);
    expect(secondsToRead([''])).toBe(1);
  });
});
