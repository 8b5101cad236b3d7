import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Site } from './site/index.ts';
import { embeddedEngine } from './sql/index.ts';
import { startForge } from './start.ts';

const { values } = parseArgs({
  options: {
    app: { type: 'string' },
    site: { type: 'string' },
    port: { type: 'string', default: '4500' },
    data: { type: 'string' },
  },
});
if (values.app === undefined || values.site === undefined) {
  console.error(
    'node main.ts --app <folder of manifest.yml> --site <site.json> [--port 4500] [--data rows.db]',
  );
  process.exit(1);
}

const site = JSON.parse(readFileSync(values.site, 'utf8')) as Site;
const sql = embeddedEngine(values.data === undefined ? {} : { file: values.data });
const forge = await startForge({ app: values.app, site, port: Number(values.port), sql });

console.log(`Forge emulator at ${forge.url}`);
for (const { id, space, title } of site.content ?? []) {
  for (const { accountId } of site.users) {
    console.log(`  ${title}: ${forge.url}/wiki/spaces/${space}/pages/${id}?as=${accountId}`);
  }
}
process.once('SIGINT', () => void forge.close());
process.once('SIGTERM', () => void forge.close());
