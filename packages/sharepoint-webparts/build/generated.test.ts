import { join } from 'node:path';
import { outdated, readRegistry } from '@kantine/tooling/generate';
import { expect, it } from 'vitest';
import { generated } from './generated.ts';

const root = join(import.meta.dirname, '../../..');

it('npm run generate changes nothing', async () => {
  const made = await generated(root, await readRegistry(root));
  expect(made.files.size).toBeGreaterThan(1);
  expect(outdated(root, made)).toEqual([]);
});
