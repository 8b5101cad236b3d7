/** Pages, their built scripts and styles, and photos. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const built = join(import.meta.dirname, '../dist');

/** As strict as the strictest host: nothing inline, nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export async function sendPage(response: ServerResponse, page: 'confluence'): Promise<void> {
  const html = await readFile(join(built, `pages/${page}.html`));
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-cache',
    })
    .end(html);
}

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

/** @param address the photo as a data address. */
export function sendPhoto(response: ServerResponse, address: string | undefined): void {
  const [head, data] = address?.split(/,(.*)/s) ?? [];
  if (head === undefined || data === undefined) return void response.writeHead(404).end();
  const svg = head.endsWith(';base64') ? Buffer.from(data, 'base64') : decodeURIComponent(data);
  response
    .writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600' })
    .end(svg);
}
