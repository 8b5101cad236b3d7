/**
 * Shortens the ids of messages in generated translations: sixteen random digits for each message and language are
 * a tenth of what a page in four languages fetches. `byLongId` of the elements' locale finds them again.
 *
 *     node short-ids.ts <folder>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortId } from '../elements/locale/short-id.ts';

const [folder = '.'] = process.argv.slice(2);
const idBefore = /^ {2}'?([sh][0-9a-f]{16})'?:/gm;

for (const name of readdirSync(folder)) {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const known = new Set<string>();
  const short = text.replace(idBefore, (_, id: string) => {
    const key = shortId(id);
    if (known.has(key)) throw new Error(`Two messages in ${name} are called ${key}.`);
    known.add(key);
    return `  ${key}:`;
  });
  if (short === text) continue;
  const found = short
    .replace('export const templates = {', 'export const templates = byLongId({')
    .replace(/^\};$/m, '});')
    .replace(/^(import .*;\n)/m, "$1import { byLongId } from '../short-id.ts';\n");
  writeFileSync(file, found);
}
