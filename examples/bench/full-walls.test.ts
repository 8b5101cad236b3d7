/** The bench measures full walls up to a million posts; here they are small, so that every change is measured. */
import { expect, it } from 'vitest';
import { fullWallOnConfluence } from './full-walls-confluence.ts';
import { fullWallOnSharePoint } from './full-walls-sharepoint.ts';

it.each([
  ['SharePoint', fullWallOnSharePoint],
  ['Confluence', fullWallOnConfluence],
] as const)(
  'a wall with pins, topics, hidden posts and accepted answers keeps its budgets on %s',
  async (_host, measure) => {
    const measures = await measure(100);
    expect(measures.length).toBeGreaterThan(3);
    for (const { name, value, budget } of measures)
      expect(value, name).toBeLessThanOrEqual(budget ?? Infinity);
  },
);
