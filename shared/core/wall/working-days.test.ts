import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayLength } from '../kernel/day.ts';
import { workingDays } from './working-days.ts';

const hour = dayLength / 24;
/** Friday 2026-11-27, 16:00 UTC. */
const friday = Date.UTC(2026, 10, 27, 16);
const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
const span = fc.integer({ min: 0, max: 60 * dayLength });

describe('working days', () => {
  it('end on Tuesday at the hour of a Friday', () => {
    expect(workingDays(friday, friday + 3 * dayLength)).toBe(1);
    expect(workingDays(friday, friday + 4 * dayLength)).toBe(2);
    expect(workingDays(friday, friday + 4 * dayLength - 1)).toBeLessThan(2);
  });

  it('do not pass at the weekend', () => {
    const saturday = Date.UTC(2026, 10, 28);
    expect(workingDays(saturday, saturday + 2 * dayLength)).toBe(0);
    expect(workingDays(saturday + hour, saturday + 3 * dayLength)).toBe(1);
  });

  it('are five a week, wherever it begins', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 60 }), (from, weeks) => {
        expect(workingDays(from, from + weeks * 7 * dayLength)).toBeCloseTo(5 * weeks, 9);
      }),
    );
  });

  it('are at most the days that pass, and at least all but the weekends', () => {
    fc.assert(
      fc.property(moment, span, (from, time) => {
        const days = workingDays(from, from + time);
        const whole = time / dayLength;
        expect(days).toBeLessThanOrEqual(whole + 1e-9);
        expect(days).toBeGreaterThanOrEqual(whole - 2 * Math.ceil((whole + 2) / 7) - 1e-9);
      }),
    );
  });

  it('add up, however a time is divided, and never go back', () => {
    fc.assert(
      fc.property(moment, span, span, (from, first, second) => {
        const whole = workingDays(from, from + first + second);
        const parts =
          workingDays(from, from + first) + workingDays(from + first, from + first + second);
        expect(parts).toBeCloseTo(whole, 9);
        expect(workingDays(from + first, from)).toBe(0);
      }),
    );
  });
});
