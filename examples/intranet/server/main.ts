/** Opens the local intranet: a SharePoint page and a Confluence page, each over a file of its own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureApp } from '@kantine/confluence-app/ensure';
import { ensurePackage } from '@kantine/sharepoint-webparts/ensure';
import { startIntranet } from './intranet.ts';
import { freePorts, NoPort } from './ports.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    data: { type: 'string', default: join(import.meta.dirname, '../.data') },
    'no-open': { type: 'boolean', default: false },
  },
});

// Looked at first: nobody should wait for a build to hear of it.
const ports = await freePorts(values.port).catch((error: unknown) => {
  if (!(error instanceof NoPort)) throw error;
  console.error(error.message);
  process.exit(1);
});
const { build } = await import('vite');
await build({ root: join(import.meta.dirname, '..'), logLevel: 'error' });
mkdirSync(values.data, { recursive: true });
// The first time, building the packages and writing the company down take half a minute each.
const packageFile = ensurePackage();
const app = ensureApp();
if (!existsSync(join(values.data, 'sharepoint.db'))) {
  console.log('Moving the company in; this takes about a minute, once.');
}
const intranet = await startIntranet({
  port: ports.own,
  sharePoint: { file: join(values.data, 'sharepoint.db'), packageFile },
  // Beside the intranet's own, so that addresses are the same after a restart.
  confluence: { file: join(values.data, 'confluence.db'), app, port: ports.confluence },
});

console.log(`
  The local intranet is open. Stop it with Ctrl+C; what was written stays.

    SharePoint page   ${intranet.url}/sharepoint
    Confluence page   ${intranet.url}/confluence

  Choose at the top who you are. A second window can be somebody else.
`);

if (!values['no-open']) openBrowser(`${intranet.url}/sharepoint`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void intranet.close().then(() => process.exit(0));
  });
}

/** Opens the page in the reader's browser, where the machine has one. */
function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'open',
    win32: 'explorer',
    linux: 'xdg-open',
  };
  const command = commands[process.platform];
  if (command === undefined) return;
  const opener = spawn(command, [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
