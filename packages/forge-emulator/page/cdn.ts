import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Permissions } from '../manifest/index.ts';
import { clientScript } from './client-script.ts';
import { contentSecurityPolicy, type Origins } from './csp.ts';
import type { Resources } from './resources.ts';
import { themeCss } from './theme.ts';

const BRIDGE = '<script src="/_forge/bridge.js"></script>';

/** The origin of Custom UI: the app's files, and what the platform puts into them. */
export function createCdn(resources: Resources, permissions: Permissions, origins: Origins) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const path = decodeURI(new URL(incoming.url ?? '/', 'http://cdn').pathname);
    if (path === '/_forge/bridge.js')
      return send(outgoing, 'text/javascript', clientScript('bridge'));
    if (path === '/_forge/theme.css') return send(outgoing, 'text/css', themeCss());
    const file = resources.read(path);
    if (!file) return void outgoing.writeHead(404).end();
    if (!file.type.startsWith('text/html')) return send(outgoing, file.type, file.content);
    outgoing.setHeader('content-security-policy', contentSecurityPolicy(permissions, origins));
    send(outgoing, file.type, withBridge(file.content.toString()));
  };
}

/** The bridge has to be there before the app's first script looks for it. */
function withBridge(html: string): string {
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + BRIDGE)
    : BRIDGE + html;
}

function send(outgoing: ServerResponse, type: string, content: string | Buffer): void {
  outgoing.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
}
