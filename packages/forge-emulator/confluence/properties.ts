import { json, noContent } from '../gateway/index.ts';
import type { Space } from '../site/index.ts';
import { RestError } from './errors.ts';
import type { Property } from './property-store.ts';
import { FROM_CURSOR, pageFromCursor, param, type Endpoint, type RestRequest } from './rest.ts';
import { findSpace } from './spaces.ts';

interface PropertyBody {
  readonly key?: string;
  readonly value?: unknown;
  readonly version?: { readonly number?: number };
}

const READ = [['read:space:confluence']];
const WRITE = [['read:space:confluence', 'write:space:confluence']];
const PATH = '/api/v2/spaces/{id}/properties';

export const propertyEndpoints: readonly Endpoint[] = [
  { route: `GET ${PATH}`, scopes: READ, query: ['key', ...FROM_CURSOR], answer: list },
  { route: `POST ${PATH}`, scopes: WRITE, answer: create },
  {
    route: `GET ${PATH}/{propertyId}`,
    scopes: READ,
    answer: (request) => json(findProperty(request, findSpace(request, 'read'))),
  },
  { route: `PUT ${PATH}/{propertyId}`, scopes: WRITE, answer: update },
  { route: `DELETE ${PATH}/{propertyId}`, scopes: WRITE, answer: remove },
];

function list(request: RestRequest): Response {
  const space = findSpace(request, 'read');
  const key = request.query.get('key');
  const all = [...request.properties.of(space).values()];
  const found = key === null ? all : all.filter((property) => property.key === key);
  return json(pageFromCursor(found, request.query, PATH.replace('{id}', space.id)));
}

/** Only who administers a space may write its properties. */
function create(request: RestRequest): Response {
  const { properties, accountId } = request;
  const space = findSpace(request, 'administer');
  const { key, value } = request.body as PropertyBody;
  if (!key || value === undefined) throw new RestError(400, 'key and value are required');
  const all = properties.of(space);
  if ([...all.values()].some((property) => property.key === key)) {
    throw new RestError(409, `A property with the key '${key}' already exists`);
  }
  const createdAt = stamp(request);
  const version = { number: 1, createdAt };
  const property = {
    id: properties.nextId(),
    key,
    value,
    createdAt,
    createdBy: accountId,
    version,
  };
  all.set(property.id, property);
  return json(property, 201);
}

function update(request: RestRequest): Response {
  const space = findSpace(request, 'administer');
  const old = findProperty(request, space);
  const { key, value, version } = request.body as PropertyBody;
  if (version?.number !== old.version.number + 1) {
    throw new RestError(409, `The version must be ${old.version.number + 1}`);
  }
  const next = { number: version.number, createdAt: stamp(request) };
  const property = { ...old, key: key ?? old.key, value, version: next };
  request.properties.of(space).set(old.id, property);
  return json(property);
}

function remove(request: RestRequest): Response {
  const space = findSpace(request, 'administer');
  request.properties.of(space).delete(findProperty(request, space).id);
  return noContent();
}

function findProperty(request: RestRequest, space: Space): Property {
  const property = request.properties.of(space).get(param(request, 'propertyId'));
  if (!property) throw new RestError(404, 'Space property not found');
  return property;
}

function stamp({ clock }: RestRequest): string {
  return new Date(clock.now()).toISOString();
}
