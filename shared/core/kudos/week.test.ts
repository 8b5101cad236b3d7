import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../testing/organisation.ts';
import { nextWeek, weekName, weekStart } from './week.ts';

/** From 1970 to about 2600. */
const instants = fc.integer({ min: 7 * day, max: 20_000_000_000_000 });

describe('a week', () => {
  it('begins on Monday 00:00 UTC, also over the end of a year', () => {
    expect(weekName(Date.UTC(2026, 10, 23))).toBe('2026-11-23');
    expect(weekName(Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe('2026-11-16');
    expect(weekName(Date.UTC(2027, 0, 3))).toBe('2026-12-28');
    expect(weekName(Date.UTC(2028, 1, 29))).toBe('2028-02-28');
    expect(weekName(0)).toBe('1969-12-29');
  });

  it('holds every moment: it began on a Monday at midnight, and the next one is seven days on', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const start = weekStart(instant);
        expect(new Date(start).getUTCDay()).toBe(1);
        expect(start % day).toBe(0);
        expect(start).toBeLessThanOrEqual(instant);
        expect(nextWeek(instant) - start).toBe(7 * day);
        expect(nextWeek(instant)).toBeGreaterThan(instant);
      }),
    );
  });

  it('has one name for all its moments, and another than its neighbours', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 7 * day - 1 }), (instant, later) => {
        const start = weekStart(instant);
        expect(weekName(start + later)).toBe(weekName(start));
        expect(weekName(start + 7 * day)).not.toBe(weekName(start));
      }),
    );
  });
});
