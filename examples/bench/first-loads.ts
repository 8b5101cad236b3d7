/** What a browser loads first for a wall with real posts, and what each script of it weighs, as the size check counts. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ensureApp } from '@kantine/confluence-app/ensure';
import { ensurePackage } from '@kantine/sharepoint-webparts/ensure';
import { limitOf, scriptsOf } from '@kantine/tooling/first-load';
import type { FirstLoad } from '@kantine/tooling/first-load';
import type { Measure } from './measure.ts';

const unit = 'kB gzip';

function measureFirstLoad(name: FirstLoad): Measure[] {
  const parts = scriptsOf(name)
    .map(({ part, file }): Measure => {
      const value = gzipSync(readFileSync(file), { level: 9 }).length / 1_000;
      return { name: `size: ${name}, of which ${part}`, value, unit };
    })
    .sort((one, other) => other.value - one.value);
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return [{ name: `size: ${name}`, value, unit, budget: limitOf(name) }, ...parts];
}

export async function measureFirstLoads(): Promise<Measure[]> {
  await ensurePackage();
  ensureApp();
  return [
    ...measureFirstLoad('SharePoint page, first load'),
    ...measureFirstLoad('Confluence page, first load'),
  ];
}
