/** Writes the modules of the widgets, from their declarations. */
import { join } from 'node:path';
import { readRegistry, write } from '@kantine/tooling/generate';
import { generated } from './generated.ts';

const root = join(import.meta.dirname, '../../..');
for (const path of write(root, await generated(root, await readRegistry(root)))) console.log(path);
