import type { Clock } from '../clock/index.ts';
import { NotImplementedError } from '../errors.ts';
import { json, type Service, type ServiceCall } from '../gateway/index.ts';
import type { Points } from '../ledger/points.ts';
import type { Manifest } from '../manifest/index.ts';
import { ANONYMOUS, APP_ACCOUNT, type Directory } from '../site/index.ts';
import { contentEndpoints } from './content.ts';
import { RestError, scopeMismatch } from './errors.ts';
import { groupEndpoints } from './groups.ts';
import { propertyEndpoints } from './properties.ts';
import { Properties } from './property-store.ts';
import type { Endpoint } from './rest.ts';
import { spaceEndpoints } from './spaces.ts';
import { userEndpoints } from './users.ts';

const ENDPOINTS: readonly Endpoint[] = [
  ...userEndpoints,
  ...groupEndpoints,
  ...spaceEndpoints,
  ...propertyEndpoints,
  ...contentEndpoints,
];

/** Confluence's REST API, with the rights of the person who asks. */
export function createConfluence(
  manifest: Manifest,
  site: Directory,
  clock: Clock,
  points: Points,
): Service {
  const properties = new Properties();
  return async (call) => {
    const scopes = manifest.permissions?.scopes ?? [];
    const accountId = actingAs(call);
    // Atlassian's proxy tells a function in this header that nobody stands behind it, or nobody who
    // has allowed the app to act for them. Thrown on, it makes the product ask for that.
    if (accountId === undefined || site.mustConsent(accountId)) {
      return json({}, 401, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
    }
    const url = new URL(call.path, site.url);
    // Both are in use: the API's own addresses begin with /wiki, `authorize()` leaves it out.
    const path = decodeURI(url.pathname).replace(/^\/wiki(?=\/)/, '');
    const { endpoint, params } = find(call.method, path);
    const isOpen = (set: readonly string[]) => set.every((scope) => scopes.includes(scope));
    if (!endpoint.scopes.some(isOpen)) return scopeMismatch();
    demandKnown(endpoint, url.searchParams);
    const body = typeof call.request.body === 'string' ? parse(call.request.body) : undefined;
    const query = url.searchParams;
    const work = (): Response => {
      try {
        return endpoint.answer({ site, properties, clock, accountId, params, query, body });
      } catch (error) {
        if (error instanceof RestError) return error.toResponse(path);
        throw error;
      }
    };
    return call.invocation.isPage ? work() : points.charge(call.method, endpoint.route, work);
  };
}

function actingAs({ descriptor, invocation, path }: ServiceCall): string | undefined {
  if (descriptor.provider === 'app') return APP_ACCOUNT;
  if (descriptor.provider !== 'user') {
    throw new NotImplementedError(`requestConfluence without asUser() or asApp() (${path})`);
  }
  if (descriptor.accountId !== undefined && descriptor.accountId !== invocation.accountId) {
    throw new NotImplementedError(`asUser('${descriptor.accountId}'), offline impersonation`);
  }
  return invocation.accountId === ANONYMOUS ? undefined : invocation.accountId;
}

function find(method: string, path: string) {
  for (const endpoint of ENDPOINTS) {
    const params = match(endpoint.route, `${method} ${path}`);
    if (params) return { endpoint, params };
  }
  throw new NotImplementedError(`Confluence's ${method} ${path}`);
}

function match(route: string, line: string): Record<string, string> | undefined {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${route.replace(/\{\w+\}/g, '([^/]+)')}$`);
  const values = pattern.exec(line)?.slice(1);
  return values && Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
}

/** A parameter that does nothing here would be an answer to another question. */
function demandKnown({ route, query = [] }: Endpoint, asked: URLSearchParams): void {
  const unknown = [...asked.keys()].find((name) => !query.includes(name));
  if (unknown !== undefined) throw new NotImplementedError(`Confluence's ${route} with ${unknown}`);
}

function parse(text: string): unknown {
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
