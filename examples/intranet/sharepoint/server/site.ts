/** The SharePoint of the local intranet: an emulated farm, Microsoft's runtime, and Kantine's package. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Company, CompanyPerson } from '@kantine/company';
import { createSharePoint } from '@kantine/sharepoint-emulator';
import type { Faults, SharePointFarm, SignIn } from '@kantine/sharepoint-emulator';
import { moveIn } from '../../server/company.ts';
import { readJson, sendJson } from '../../server/http.ts';
import { deploy } from './app-catalog.ts';
import type { DeployedPackage } from './app-catalog.ts';
import { fillFarm } from './fill.ts';
import { firstPages, openPages } from './pages.ts';
import type { CanvasPage, PageStore } from './pages.ts';
import { preload } from './preload.ts';
import { openRuntime } from './runtime.ts';
import type { Runtime } from './runtime.ts';
import { companySite, loginOf, tenantOf } from './tenant.ts';

export interface SiteOptions {
  /** The farm's SQLite file; made and filled with the company when it is new. */
  readonly file: string;
  /** The built package, `kantine.sppkg`; it may still be on its way. */
  readonly packageFile: string | Promise<string>;
  /** Who works here. */
  readonly company: Company;
}

export interface Site {
  /** Answers what belongs to SharePoint. @returns whether it did */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
  /** What tests let go wrong. */
  readonly faults: Faults;
  close(): void;
}

interface Parts {
  readonly farm: SharePointFarm;
  readonly app: DeployedPackage;
  readonly runtime: Runtime;
  readonly pages: PageStore;
  /** Who may be chosen. */
  readonly people: readonly CompanyPerson[];
}

const built = join(import.meta.dirname, '../../dist/sharepoint/page/sharepoint.html');

/** Style elements that Microsoft's runtime adds: empty ones, which it fills by CSSOM, and a few of its own. */
const stylesOfTheRuntime = [
  '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  'oEK7QhSwetYPq9tUWnA8MsGbSGo2mkPcEbPJgOiMeRI=',
  '3Af6Bc1t/45DTsjRm7SzwwWKP7lZ9yng/mooilaBo2U=',
  'iSvH/SQwfPKV/6TlsPJYXm3PiALwt3l+Q//WHZOUwmY=',
  'L3TPPq6Ft0VS3jWC0/52Ka45KIfcDp+EhI++QywJX2E=',
];

/** As SharePoint Online enforces it, and stricter: nothing inline, nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${stylesOfTheRuntime.map((hash) => `'sha256-${hash}'`).join(' ')}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export async function openSite({ file, packageFile, company }: SiteOptions): Promise<Site> {
  const pagesFile = `${file}.pages.json`;
  let groups: ReadonlyMap<string, string> = new Map();
  if (!existsSync(file) || !existsSync(pagesFile)) {
    groups = await moveIn(file, (unfinished) => fillFarm(unfinished, company));
  }
  const pages = openPages(pagesFile, () => firstPages(company, groups));
  const people = company.people.filter(({ active }) => active);
  const app = deploy(await packageFile, '/sharepoint/apps/');
  const parts: Parts = {
    farm: createSharePoint({ tenant: tenantOf(company, people), file }),
    app,
    runtime: openRuntime(app.manifests),
    pages,
    people,
  };
  const { farm } = parts;
  return { handle: router(parts), faults: farm.faults, close: () => farm.close() };
}

function router({ farm, app, runtime, pages, people }: Parts): Site['handle'] {
  const signIns = new Map<string, SignIn>();
  const signInOf = (person: string): SignIn => {
    const known = signIns.get(person) ?? farm.signIn(loginOf(person));
    signIns.set(person, known);
    return known;
  };

  return async (request, response, url) => {
    const { pathname, searchParams } = url;
    if (/^\/(sites|_api|_layouts|_vti_bin)\//i.test(pathname)) {
      await farm.handle(request, response);
      return true;
    }
    if (pathname !== '/sharepoint' && !pathname.startsWith('/sharepoint/')) return false;
    const asked = searchParams.get('as');
    const person = people.find(({ id }) => id === asked) ?? people[0];
    if (!person) return false;
    const site = searchParams.get('site') ?? companySite;
    if (pathname === '/sharepoint') {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': contentSecurityPolicy,
          'cache-control': 'no-cache',
          // For pictures. The window asks and writes in its own person's name.
          'set-cookie': `${signInOf(person.id).cookie}; Path=/; HttpOnly; SameSite=Lax`,
        })
        .end(await readFile(built));
    } else if (pathname === '/sharepoint/preload.json') {
      const origin = `http://${request.headers.host ?? 'localhost'}`;
      const session = { origin, site, token: signInOf(person.id).token };
      sendJson(response, 200, await preload({ session, person, people, runtime, app, pages }));
    } else if (pathname.startsWith('/sharepoint/pages/') && request.method === 'PUT') {
      const name = decodeURIComponent(pathname.slice('/sharepoint/pages/'.length));
      pages.save(site, name, (await readJson(request)) as CanvasPage);
      sendJson(response, 200, {});
    } else {
      sendScript(response, scriptAt(pathname, runtime, app));
    }
    return true;
  };
}

function scriptAt(path: string, runtime: Runtime, app: DeployedPackage): Uint8Array | undefined {
  const [, , kind, ...rest] = path.split('/');
  if (kind === 'runtime') return runtime.file(rest.join('/'));
  return kind === 'apps' ? app.asset(rest.join('/')) : undefined;
}

function sendScript(response: ServerResponse, script: Uint8Array | undefined): void {
  if (!script) return void response.writeHead(404).end();
  response
    .writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    .end(script);
}
