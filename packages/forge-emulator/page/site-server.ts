import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientScript } from './client-script.ts';
import type { Frame, FrameEvent } from './frame.ts';
import type { Page } from './page.ts';
import { profilePicture } from './picture.ts';
import { showPage, type Product } from './product.ts';

/** The product's origin: its pages, and the server's half of the bridge. */
export function createSiteServer(product: Product) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', 'http://site');
    if (url.pathname === '/_forge/host.js') {
      return send(outgoing, 200, 'text/javascript', clientScript('host'));
    }
    const person = /^\/wiki\/aa-avatar\/([^/]+)$/.exec(url.pathname)?.[1];
    if (person !== undefined) {
      const user = product.parts.site.users.get(decodeURIComponent(person));
      return send(outgoing, 200, 'image/svg+xml', profilePicture(user));
    }
    const [, id, rest] = /^\/_forge\/pages\/([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
    const page = id === undefined ? undefined : product.pages.find(id);
    if (page && rest === 'events') return stream(product, page, outgoing);
    const frame = page?.frames.get(/^frames\/(.*)$/.exec(rest ?? '')?.[1] ?? '');
    if (frame && incoming.method === 'POST') return answer(frame, incoming, outgoing);
    const html = url.pathname.startsWith('/wiki/') ? showPage(product, url) : undefined;
    if (html !== undefined) return send(outgoing, 200, 'text/html; charset=utf-8', html);
    send(outgoing, 404, 'text/plain', 'There is nothing here, or nothing for you.');
  };
}

/** Ten times what an invocation takes. In characters. */
const longestBody = 5_000_000;

/** Only text crosses the bridge when something fails: no class, no stack. */
async function answer(frame: Frame, incoming: IncomingMessage, outgoing: ServerResponse) {
  let body = '';
  for await (const chunk of incoming) {
    body += String(chunk);
    if (body.length > longestBody) return send(outgoing, 413, 'text/plain', 'That is too long.');
  }
  const { method, data } = JSON.parse(body) as { method: string; data: unknown };
  const reply = await frame.call(method, data).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
  );
  send(outgoing, 200, 'application/json', JSON.stringify(reply));
}

/** Server-sent events live as long as the page does. */
function stream(product: Product, page: Page, outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  outgoing.write(':\n\n');
  page.listen((event: FrameEvent) => outgoing.write(`data: ${JSON.stringify(event)}\n\n`));
  outgoing.on('close', () => product.pages.close(page));
}

function send(outgoing: ServerResponse, status: number, type: string, content: string): void {
  outgoing.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
}
