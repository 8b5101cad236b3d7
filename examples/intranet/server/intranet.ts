/** The local intranet as a server: a SharePoint and a Confluence, each with Kantine's package in it. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildCompany } from '@kantine/company';
import type { Company } from '@kantine/company';
import type { Faults } from '@kantine/sharepoint-emulator';
import { openConfluence } from '../confluence/server/site.ts';
import type { ConfluenceOptions } from '../confluence/server/site.ts';
import { openSite } from '../sharepoint/server/site.ts';
import type { SiteOptions } from '../sharepoint/server/site.ts';
import { BadRequest, demandOwnName, sendJson } from './http.ts';
import { sendStatic } from './pages.ts';

export interface IntranetOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** SharePoint's own file, and the package that is deployed on it; without them there is no SharePoint page. */
  readonly sharePoint?: Omit<SiteOptions, 'company'>;
  /** Confluence's own file, and the app that is installed in it; without them there is no Confluence page. */
  readonly confluence?: Omit<ConfluenceOptions, 'company'>;
  /** Who works here; the example company unless told otherwise. */
  readonly company?: Company;
}

export interface Intranet {
  readonly url: string;
  /** Where Confluence's pages are: on a port of their own, as a site of its own. */
  readonly confluenceUrl: string | undefined;
  /** What tests let go wrong in SharePoint. */
  readonly sharePointFaults: Faults | undefined;
  close(): Promise<void>;
}

/** Whom one is before one chose. */
const somebody = 'nadia.belkacem';

export async function startIntranet(options: IntranetOptions): Promise<Intranet> {
  const { port, sharePoint, confluence } = options;
  const company = options.company ?? buildCompany({ seed: 20, now: Date.now() });
  const site = sharePoint && (await openSite({ ...sharePoint, company }));
  const wiki =
    confluence &&
    (await openConfluence({ ...confluence, company }, () => `${addressOf(server)}/sharepoint`));

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    demandOwnName(request);
    const url = new URL(request.url ?? '/', 'http://intranet');
    if (await site?.handle(request, response, url)) return;
    const [, first = '', second = ''] = url.pathname.split('/');
    if (first === '') return void response.writeHead(302, { location: '/sharepoint' }).end();
    if (first === 'assets') return sendStatic(response, second);
    if (first === 'confluence' && wiki) {
      const location = wiki.home(url.searchParams.get('as') ?? somebody);
      return void response.writeHead(302, { location }).end();
    }
    sendJson(response, 404, { message: `There is nothing at ${url.pathname}.` });
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.end();
      if (error instanceof BadRequest) {
        // The unread rest of the request must not be taken for the next one.
        response.setHeader('connection', 'close');
        return sendJson(response, error.status, { message: error.message });
      }
      console.error(error);
      sendJson(response, 500, { message: 'The server failed. Its window says why.' });
    });
  });
  await listen(server, port);
  return {
    url: addressOf(server),
    confluenceUrl: wiki?.url,
    sharePointFaults: site?.faults,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      site?.close();
      await wiki?.close();
    },
  };
}

const addressOf = (server: Server): string =>
  `http://localhost:${(server.address() as AddressInfo).port}`;

/** On loopback only: anybody may sign in as anybody. */
async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
