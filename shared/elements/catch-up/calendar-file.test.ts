import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mondayReminder, nextMonday } from './calendar-file.ts';

const reminder = {
  title: 'Catch up',
  text: 'Two minutes; then you’re done, until next week.',
  link: 'https://intranet.example/home?as=anna',
  id: 'id-1@kantine',
  now: new Date(2026, 10, 25, 14),
};

describe('a reminder for Mondays', () => {
  it('is an entry at nine on each Monday from the next one on, with a link back', () => {
    const lines = mondayReminder(reminder).replaceAll('\r\n ', '').split('\r\n');
    expect(lines).toContain('DTSTART:20261130T090000');
    expect(lines).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO');
    expect(lines).toContain('URL:https://intranet.example/home?as=anna');
    expect(lines).toContain(
      'DESCRIPTION:Two minutes\\; then you’re done\\, until next week.\\nhttps://intranet.example/home?as=anna',
    );
    expect(lines.at(0)).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
  });

  it('begins on a Monday that is to come, whatever day it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), (days) => {
        const now = new Date(2026, 0, 1 + days, 23, 59);
        const monday = nextMonday(now);
        expect(monday.getDay()).toBe(1);
        expect(monday.getTime()).toBeGreaterThan(now.getTime());
        expect(monday.getTime() - now.getTime()).toBeLessThan(7.5 * 24 * 60 * 60_000);
      }),
    );
  });

  it('has no line of more than 75 octets, and no words that make lines of their own', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(text, text, text, (title, words, link) => {
        const file = mondayReminder({ ...reminder, title, text: words, link });
        const lines = file.split('\r\n');
        expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const names = file
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .map((line) => /^[A-Z]+/.exec(line)?.[0]);
        expect(names.filter((name) => name === 'BEGIN')).toHaveLength(2);
        expect(names.filter((name) => name === 'SUMMARY')).toHaveLength(1);
      }),
    );
  });
});
