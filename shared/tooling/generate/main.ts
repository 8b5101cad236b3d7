/** Writes what is generated from the widgets' declarations, beside what the packages of the hosts generate. */
import { join } from 'node:path';
import { generateDocumentation } from './documentation.ts';
import { write } from './files.ts';
import { readRegistry } from './registry.ts';

const root = join(import.meta.dirname, '../../..');
for (const path of write(root, await generateDocumentation(root, await readRegistry(root)))) {
  console.log(path);
}
