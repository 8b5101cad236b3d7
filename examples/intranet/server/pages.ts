/** The built scripts and styles of pages. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const built = join(import.meta.dirname, '../dist');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export async function sendStatic(response: ServerResponse, name: string): Promise<void> {
  const type = types[extname(name)];
  // A name has no separators, so nothing outside the folder can be asked for.
  const file =
    type && !/[\\%]/.test(name)
      ? await readFile(join(built, 'assets', name)).catch(() => null)
      : null;
  if (!file) return void response.writeHead(404).end();
  response
    .writeHead(200, {
      'content-type': `${type ?? ''}; charset=utf-8`,
      // The build names every asset by its contents.
      'cache-control': 'public, max-age=31536000, immutable',
    })
    .end(file);
}
