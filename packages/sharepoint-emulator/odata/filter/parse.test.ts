import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { parseFilter } from './parse.ts';

const holds = (filter: string, row: Readonly<Record<string, unknown>>): boolean =>
  evaluate(parseFilter(filter), (path) => row[path.join('/')]);

describe('$filter', () => {
  it.each([
    ["Title eq 'a'", true],
    ["Title eq 'A'", true],
    ["Title ne 'a'", false],
    ['Count gt 4 and Count le 5', true],
    ["Title eq 'x' or Count eq 5", true],
    ["Title eq 'x' or Title eq 'y' and Count eq 5", false],
    ["(Title eq 'x' or Title eq 'a') and Count eq 5", true],
    ["not (Title eq 'a')", false],
    ["startswith(Title,'A')", true],
    ["substringof('x',Title)", false],
    ["startswith(Title, 'a') eq true", true],
    ['Done eq true', true],
    ['Done eq 1', true],
    ['Missing eq null', true],
    ['Author/Id eq 3', true],
    ['4 lt Count', true],
    ["Quote eq 'it''s'", true],
    ['year(Made) eq 2026 and month(Made) eq 11', true],
  ])('%s is %s', (filter, expected) => {
    const row = {
      Title: 'a',
      Count: 5,
      Done: true,
      Missing: null,
      'Author/Id': 3,
      Quote: "it's",
      Made: '2026-11-23T09:00:00Z',
    };
    expect(holds(filter, row)).toBe(expected);
  });

  it.each([
    'Title eq',
    "Title like 'a'",
    "(Title eq 'a'",
    "Title eq 'a",
    'eq 5',
    "Title eq 'a' Count",
  ])('refuses %s as an invalid expression', (filter) => {
    expect(() => parseFilter(filter)).toThrow(/is not valid/);
  });
});
