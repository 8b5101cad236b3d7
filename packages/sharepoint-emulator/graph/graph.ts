import type { Farm } from '../context/farm.ts';
import type { ODataRequest } from '../context/context.ts';
import {
  directReports,
  findInDirectory,
  photoOf,
  type DirectoryUser,
} from '../people/directory.ts';
import { makeRequest } from '../http/request.ts';
import type { ODataResponse } from '../http/execute.ts';
import { GraphError } from './error.ts';
import { graphUser } from './user.ts';

/** The calls of Microsoft Graph that go with a SharePoint page: people and their photos. */
export function answerGraph(farm: Farm, request: ODataRequest, login: string): ODataResponse {
  try {
    const path = request.path
      .replace(/^\/(v1\.0|beta)\//i, '')
      .split('/')
      .filter(Boolean);
    if (path.length === 1 && path[0] === '$batch' && request.verb === 'POST') {
      return graphBatch(farm, request, login);
    }
    if (request.verb !== 'GET') throw notImplemented(request);
    return route(farm, request, login, path);
  } catch (error) {
    const known =
      error instanceof GraphError ? error : new GraphError(500, 'generalException', String(error));
    return json(known.status, known.body());
  }
}

/** /me and /users/{id} lead to the same things; {id} may be a GUID or a user principal name. */
function route(
  farm: Farm,
  request: ODataRequest,
  login: string,
  path: readonly string[],
): ODataResponse {
  const isMe = path[0] === 'me';
  if (!isMe && (path[0] !== 'users' || path.length < 2)) throw notImplemented(request);
  const person = findPerson(farm, isMe ? login : (path[1] ?? ''));
  const rest = path.slice(isMe ? 1 : 2);
  const what = rest.join('/').toLowerCase();
  const sized = /^photos\/\d+x\d+\/\$value$/.test(what);
  if (what === 'photo/$value' || sized) return photo(farm, person);
  switch (what) {
    case '':
      return json(200, {
        '@odata.context': contextOf(request, 'users/$entity'),
        ...graphUser(person, selectOf(request)),
      });
    case 'photo':
      return photoMetadata(farm, request, person);
    case 'manager':
      return manager(farm, request, person);
    case 'directreports':
      return reports(farm, request, person);
    default:
      throw notImplemented(request);
  }
}

/** Graph's own words for somebody who is not there. */
function findPerson(farm: Farm, name: string): DirectoryUser {
  const person = findInDirectory(farm, name);
  if (person) return person;
  throw new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** No manager is an error in Graph: 404, and not an empty answer. */
function manager(farm: Farm, request: ODataRequest, person: DirectoryUser): ODataResponse {
  const found = person.manager ? findInDirectory(farm, person.manager) : undefined;
  if (!found) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
    );
  }
  return json(200, {
    '@odata.context': contextOf(request, 'directoryObjects/$entity'),
    '@odata.type': '#microsoft.graph.user',
    ...graphUser(found, selectOf(request)),
  });
}

function reports(farm: Farm, request: ODataRequest, person: DirectoryUser): ODataResponse {
  const value = directReports(farm, person.login).map((each) => ({
    '@odata.type': '#microsoft.graph.user',
    ...graphUser(each, selectOf(request)),
  }));
  return json(200, { '@odata.context': contextOf(request, 'directoryObjects'), value });
}

/** One size stands for all: /photos/48x48/$value answers the same picture. */
function photo(farm: Farm, person: DirectoryUser): ODataResponse {
  const found = photoOf(farm, person.login);
  if (!found) throw imageNotFound();
  return { status: 200, headers: { 'Content-Type': found.contentType }, body: found.bytes };
}

function photoMetadata(farm: Farm, request: ODataRequest, person: DirectoryUser): ODataResponse {
  const found = photoOf(farm, person.login);
  if (!found) throw imageNotFound();
  return json(200, {
    '@odata.context': contextOf(request, `users('${person.id}')/photo/$entity`),
    '@odata.mediaContentType': found.contentType,
    id: '648X648',
    height: 648,
    width: 648,
  });
}

const imageNotFound = (): GraphError =>
  new GraphError(
    404,
    'ImageNotFound',
    "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
  );

const contextOf = (request: ODataRequest, name: string): string =>
  `${request.origin}/v1.0/$metadata#${name}`;

const selectOf = (request: ODataRequest): string[] =>
  (request.search.get('$select') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const json = (status: number, body: object): ODataResponse => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

const notImplemented = (request: ODataRequest): GraphError =>
  new GraphError(
    501,
    'notImplemented',
    `The SharePoint emulator does not implement ${request.verb} ${request.path} of Microsoft Graph.`,
  );

interface BatchStep {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** "JSON batch requests are currently limited to 20 individual requests." */
const BATCH_LIMIT = 20;

function graphBatch(farm: Farm, request: ODataRequest, login: string): ODataResponse {
  const { requests } = JSON.parse(new TextDecoder().decode(request.bytes)) as {
    requests?: readonly BatchStep[];
  };
  if (!requests || requests.length > BATCH_LIMIT) {
    throw new GraphError(400, 'BadRequest', `A batch holds 1 to ${BATCH_LIMIT} requests.`);
  }
  const responses = requests.map((step) => {
    const url = `/v1.0${step.url.startsWith('/') ? '' : '/'}${step.url}`;
    const inner = makeRequest(
      step.method,
      url,
      request.origin,
      new Headers(step.headers),
      new Uint8Array(),
    );
    const { status, headers, body } = answerGraph(farm, inner, login);
    return { id: step.id, status, headers, body: batchBody(body) };
  });
  return json(200, { responses });
}

/** Binary answers travel in Base64, JSON as itself. */
function batchBody(body: ODataResponse['body']): unknown {
  if (body === undefined) return null;
  return typeof body === 'string' ? JSON.parse(body) : Buffer.from(body).toString('base64');
}
