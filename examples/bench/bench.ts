/**
 * Measures the budgets of docs/architecture.md, prints them beside the stored run, and fails where
 * one is exceeded. `--store` makes this run the stored one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureConfluence } from './confluence.ts';
import { measureInBrowser } from './in-browser.ts';
import type { Measure } from './measure.ts';
import { measureSharePoint } from './sharepoint.ts';
import { measureSizes } from './sizes.ts';
import { measureTrips } from './trips.ts';

const storedFile = join(import.meta.dirname, 'stored-run.json');

function storedRun(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(storedFile, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

function line({ name, value, unit, budget }: Measure, before: number | undefined): string {
  const stored = before === undefined ? '—' : before.toFixed(1);
  const verdict = value <= budget ? 'ok' : 'OVER';
  const cells = [value.toFixed(1), unit, `≤ ${budget}`, `stored ${stored}`, verdict];
  return `${name.padEnd(64)} ${cells.map((cell) => cell.padStart(11)).join(' ')}`;
}

const measures = [
  ...(await measureSizes()),
  ...(await measureTrips()),
  ...(await measureSharePoint()),
  ...(await measureConfluence()),
  ...(await measureInBrowser()),
];
const before = storedRun();
for (const measure of measures) console.log(line(measure, before[measure.name]));

if (process.argv.includes('--store')) {
  const run = Object.fromEntries(measures.map(({ name, value }) => [name, value]));
  writeFileSync(storedFile, `${JSON.stringify(run, undefined, 2)}\n`);
}
if (measures.some(({ value, budget }) => value > budget)) process.exitCode = 1;
