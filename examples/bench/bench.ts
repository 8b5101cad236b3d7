/**
 * Measures the budgets of docs/architecture.md, prints them beside the stored run, and fails where one is exceeded.
 * `--store` makes this run the stored one; `--only browser` measures one part.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureInBrowser } from './browser/measure-in-browser.ts';
import { measureConfluence } from './confluence.ts';
import { measureFirstLoads } from './first-loads.ts';
import { measureFullOnConfluence, measureFullOnSharePoint } from './full-walls.ts';
import type { Measure } from './measure.ts';
import { measureSharePoint } from './sharepoint.ts';
import { measureSizes } from './sizes.ts';
import { measureTrips } from './trips.ts';

const parts: Readonly<Record<string, () => Promise<Measure[]>>> = {
  sizes: measureSizes,
  'first-loads': measureFirstLoads,
  trips: measureTrips,
  sharepoint: measureSharePoint,
  confluence: measureConfluence,
  'full-walls-sharepoint': measureFullOnSharePoint,
  'full-walls-confluence': measureFullOnConfluence,
  browser: measureInBrowser,
};

const storedFile = join(import.meta.dirname, 'stored-run.json');

function storedRun(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(storedFile, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

const isOver = ({ value, budget = Infinity }: Measure): boolean => value > budget;

function line(measure: Measure, before: number | undefined): string {
  const { name, value, unit, budget, middleHalf } = measure;
  const [low, high] = middleHalf ?? [];
  const cells = [
    value.toFixed(digits(unit)),
    unit,
    budget === undefined ? '' : `≤ ${budget}`,
    `stored ${before === undefined ? '—' : before.toFixed(digits(unit))}`,
    low === undefined ? '' : `${low.toFixed(digits(unit))}–${high?.toFixed(digits(unit))}`,
    budget === undefined ? '' : isOver(measure) ? 'OVER' : 'ok',
  ];
  return `${name.padEnd(88)} ${cells.map((cell) => cell.padStart(11)).join(' ')}`;
}

const digits = (unit: Measure['unit']): number => (unit === 'ratio' ? 2 : 1);

const { values: options } = parseArgs({
  options: { store: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});
const before = storedRun();
const measures: Measure[] = [];
for (const part of options.only ?? Object.keys(parts)) {
  const measure = parts[part];
  if (!measure)
    throw new Error(`There is no part «${part}». There are: ${Object.keys(parts).join(', ')}.`);
  const measured = await measure();
  for (const each of measured) console.log(line(each, before[each.name]));
  measures.push(...measured);
}

if (options.store === true) {
  const now = Object.fromEntries(measures.map(({ name, value }) => [name, value]));
  // Of a whole run nothing earlier is kept: a measure that is gone has no stored value.
  const run = options.only ? { ...before, ...now } : now;
  writeFileSync(storedFile, `${JSON.stringify(run, undefined, 2)}\n`);
}
// Emulators keep timers and connections that nobody ends; the database server ends with this process.
process.exit(measures.some(isOver) ? 1 : 0);
