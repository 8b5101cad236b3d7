import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assemble, type ForgeOptions } from './assemble.ts';
import { forgeOf, type Forge } from './forge.ts';
import { createCdn, createSiteServer, Pages, Resources, type DrawChrome } from './page/index.ts';
import { isOwnName } from './own-name.ts';

export interface StartOptions extends ForgeOptions {
  /** The port of the product's pages; Custom UI gets one of its own. */
  readonly port?: number;
  /** What stands around the app in the product's pages; plain unless told otherwise. */
  readonly chrome?: DrawChrome;
}

export interface RunningForge extends Forge {
  /** The product: `${url}/wiki/spaces/KEY/pages/ID?as=accountId` and `${url}/wiki/apps/module?as=…`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the product's pages and the origin of Custom UI on loopback. */
export async function startForge({
  port = 0,
  chrome,
  ...options
}: StartOptions): Promise<RunningForge> {
  const servers = { cdn: createServer(), site: createServer() };
  const origins = { cdn: await listen(servers.cdn, 0), site: await listen(servers.site, port) };
  // Links and pictures that an app makes out of `context.siteUrl` lead to these pages.
  const parts = assemble({ ...options, site: { url: origins.site, ...options.site } });
  const resources = new Resources(parts);
  const permissions = parts.manifest.permissions ?? {};
  const product = { parts, pages: new Pages(parts), resources, cdn: origins.cdn, chrome };
  servers.cdn.on('request', careful(createCdn(resources, permissions, origins)));
  servers.site.on('request', careful(createSiteServer(product)));
  return {
    ...forgeOf(parts),
    url: origins.site,
    close: async () => {
      await Promise.all([servers.cdn, servers.site].map(stop));
      await parts.close();
    },
  };
}

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>;

/** A mistake in the setup is shown where somebody looks: in the page that was asked for. */
function careful(handle: Handler) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    if (!isOwnName(incoming)) return void outgoing.writeHead(421).end();
    void (async () => handle(incoming, outgoing))().catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end(error instanceof Error ? error.message : String(error));
    });
  };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
