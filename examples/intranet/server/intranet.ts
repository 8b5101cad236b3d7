/** The local intranet as a server: pages, people, and the community behind one door. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildCompany } from '@kantine/company';
import type { Company } from '@kantine/company';
import { directoryOf, fillWithCompany } from '@kantine/company/fill';
import { answer } from '@kantine/core';
import type { DirectoryPerson, Host } from '@kantine/core';
import { openSite } from '../sharepoint/server/site.ts';
import { changeHub, orderedHost } from '@kantine/core/ordered-store';
import { followChanges } from './change-stream.ts';
import { BadRequest, readJson, sendJson } from './http.ts';
import { sendPage, sendPhoto, sendStatic } from './pages.ts';
import type { SiteOptions } from '../sharepoint/server/site.ts';
import { sqliteMap } from './sqlite-map.ts';
import type { SqliteMap } from './sqlite-map.ts';

export interface IntranetOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** The SQLite file, or `:memory:`; made and filled with the company when it is new. */
  readonly file: string;
  /** SharePoint's own file, and the package that is deployed on it; without them there is no SharePoint page. */
  readonly sharePoint?: Omit<SiteOptions, 'company'>;
  /** Who works here; the example company unless told otherwise. */
  readonly company?: Company;
}

export interface Intranet {
  readonly url: string;
  close(): Promise<void>;
}

/** Holds when the company was written into the file; its times are told from then. */
const filledKey = 'filled';

async function fillOnce(map: SqliteMap, given?: Company): Promise<DirectoryPerson[]> {
  const filledAt = await map.transact('read', (transaction) => transaction.get(filledKey));
  const now = filledAt === undefined ? Date.now() : Number(filledAt);
  const company = given ?? buildCompany({ seed: 20, now });
  if (filledAt === undefined) {
    await fillWithCompany(map, company);
    await map.transact('write', (transaction) => transaction.set(filledKey, String(now)));
  }
  return directoryOf(company);
}

export async function startIntranet(options: IntranetOptions): Promise<Intranet> {
  const { port, file, company, sharePoint } = options;
  const site = sharePoint && (await openSite({ ...sharePoint, ...(company ? { company } : {}) }));
  const map = sqliteMap(file);
  const directory = await fillOnce(map, company);
  // Photos have addresses of their own, so that each travels once and not with every name.
  const people = directory.map((person) => ({ ...person, photo: `/photos/${person.id}.svg` }));
  const photos = new Map(directory.map(({ id, photo = '' }) => [`${id}.svg`, photo]));
  const changes = changeHub();
  const hosts = new Map<string, Host>();

  /** The host for whoever the request says it is; in this local intranet anybody may be anybody. */
  function hostOf(request: IncomingMessage, url: URL): Host | undefined {
    const header = request.headers['intranet-person'];
    const me = typeof header === 'string' ? header : url.searchParams.get('as');
    const person = people.find(({ id, active }) => id === me && active);
    if (!person) return undefined;
    const known = hosts.get(person.id);
    if (known) return known;
    const clock = { now: () => Date.now() };
    const ids = { next: () => randomUUID() };
    const host = orderedHost({ map, people, me: person.id, changes, clock, ids });
    hosts.set(person.id, host);
    return host;
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://intranet');
    if (await site?.handle(request, response, url)) return;
    const [, first = '', second = ''] = url.pathname.split('/');
    switch (first) {
      case '':
        return void response.writeHead(302, { location: '/sharepoint' }).end();
      case 'confluence':
        return sendPage(response, first);
      case 'assets':
        return sendStatic(response, second);
      case 'photos':
        return sendPhoto(response, photos.get(second));
      case 'people':
        return sendJson(
          response,
          200,
          people.filter(({ active }) => active),
        );
    }
    const host = hostOf(request, url);
    if (!host) return sendJson(response, 401, { message: 'Choose at the top who you are.' });
    if (first === 'changes') return followChanges(response, host, changes);
    if (first === 'call' && request.method === 'POST') {
      return sendJson(response, 200, await answer(host, await readJson(request)));
    }
    sendJson(response, 404, { message: `There is nothing at ${url.pathname}.` });
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.end();
      if (error instanceof BadRequest) {
        // What was not read of the request must not be taken for the next one.
        response.setHeader('connection', 'close');
        return sendJson(response, error.status, { message: error.message });
      }
      console.error(error);
      sendJson(response, 500, { message: 'The server failed. Its window says why.' });
    });
  });
  const url = await listen(server, port);
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await map.close();
      site?.close();
    },
  };
}

/** On loopback only: whoever reaches it may be anybody. */
async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken. Choose another: npm start -- --port ${port + 1}`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
