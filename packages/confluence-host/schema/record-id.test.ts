import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createdOf, firstIdOf, idMaker, idNumber, idText } from './record-id.ts';

const year = 365 * 24 * 60 * 60_000;
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 0, 1) + 60 * year });

describe('ids', () => {
  it('tell when they were made, and come back from their text', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const id = idMaker(() => instant).next();
        expect(createdOf(id)).toBe(instant);
        expect(Number.isSafeInteger(id)).toBe(true);
        expect(idNumber(idText(id))).toBe(id);
        expect(id).toBeGreaterThanOrEqual(firstIdOf(instant));
        expect(id).toBeLessThan(firstIdOf(instant + 1));
      }),
    );
  });

  it('grow, even where time stands still or goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 50 }), (steps) => {
        let now = Date.UTC(2026, 0, 1);
        const ids = idMaker(() => now);
        let last = 0;
        for (const step of steps) {
          now += step;
          const next = ids.next();
          expect(next).toBeGreaterThan(last);
          last = next;
        }
      }),
    );
  });

  it.each(['', '0', '0a', 'A', '-1', '1.5', ' 1', 'zzzzzzzzzzzz', 'zzzzzzzzzzz', 'é', '1;'])(
    'are not read from «%s»',
    (text) => expect(idNumber(text)).toBeUndefined(),
  );
});
