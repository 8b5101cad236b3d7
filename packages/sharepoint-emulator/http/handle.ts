import type { Handler } from './handler.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { runBatch } from '../batch/batch.ts';
import type { Farm } from '../context/farm.ts';
import type { ODataRequest } from '../context/context.ts';
import { resourceNotFound } from '../errors.ts';
import { faultResponse } from '../faults/response.ts';
import { answerGraph } from '../graph/graph.ts';
import { claimsLogin } from '../people/directory.ts';
import { userPhoto } from '../people/photo.ts';
import { findWebOf } from '../webs/web.ts';
import { answer, errorResponse } from './answer.ts';
import { identify, type Identity } from './authenticate.ts';
import { sitePathOf } from './context.ts';
import { control } from './control.ts';
import { allowOrigin, preflight } from './cors.ts';
import { checkDigest } from './digest.ts';
import type { ODataResponse } from './execute.ts';
import { readByUrl } from './files.ts';
import { answerProcessQuery, isProcessQuery } from './process-query.ts';
import { readRequest } from './request.ts';

/** Answers one request of Node; a server of one's own may call it too. */
export async function handle(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming);
  if (request.verb === 'OPTIONS') {
    send(incoming, outgoing, preflight(request));
    return;
  }
  const isControl = request.path.startsWith('/_emulator/');
  const refusal = isControl ? undefined : refusalOf(handler, request);
  const fault = isControl ? undefined : handler.faults.take(request.verb, request.path, false);
  if (fault?.latency) await wait(fault.latency);
  if (fault?.drop === 'before') {
    incoming.socket.destroy();
    return;
  }
  const response =
    refusal ?? (fault && faultResponse(request, fault)) ?? dispatch(handler, request);
  // The write is done and nobody hears of it: what a client sees when a connection breaks.
  if (fault?.drop === 'after') incoming.socket.destroy();
  else send(incoming, outgoing, allowOrigin(request, dated(handler.farm, response)));
}

/** Every request counts, refused ones too; the answer is that of a limit that it went beyond. */
function refusalOf({ throttle }: Handler, request: ODataRequest): ODataResponse | undefined {
  try {
    throttle.enter(request);
    return undefined;
  } catch (error) {
    return errorResponse(request, error);
  }
}

/** Where a request goes by its path. Identity is settled before anything of a site is read. */
function dispatch(handler: Handler, request: ODataRequest): ODataResponse {
  const { farm } = handler;
  const { path } = request;
  try {
    if (path.startsWith('/_emulator/')) return control(handler, request);
    const identity = identify(farm, request.headers, handler.anonymousAs);
    const login = claimsLogin(identity.login);
    if (/^\/(v1\.0|beta)\//i.test(path)) return answerGraph(farm, request, login);
    if (/\/_layouts\/15\/userphoto\.aspx$/i.test(path)) return photo(farm, request);
    if (isProcessQuery(path)) {
      const digest = (): void => demandDigest(farm, request, { ...identity, login });
      return answerProcessQuery(farm, request, login, digest);
    }
    if (!/\/_api(\/|$)/i.test(path)) return content(readByUrl(farm, request, login));
    demandDigest(farm, request, { ...identity, login });
    if (/\/_api\/\$batch$/i.test(path)) return batch(handler, request, login);
    return answer(farm, request, login);
  } catch (error) {
    return errorResponse(request, error);
  }
}

/** The digest of the whole covers every operation inside. */
function batch(handler: Handler, request: ODataRequest, login: string): ODataResponse {
  return runBatch(handler.farm, request, login, (inner) => {
    const refusal = refusalOf(handler, inner);
    const fault = handler.faults.take(inner.verb, inner.path, true);
    return refusal ?? (fault && faultResponse(inner, fault));
  });
}

/** Everything but reading needs a digest, and asking for one is the exception. */
function demandDigest(farm: Farm, request: ODataRequest, identity: Identity): void {
  if (request.verb === 'GET' || identity.by === 'bearer') return;
  if (/\/_api\/contextinfo$/i.test(request.path)) return;
  const web = findWebOf(farm, sitePathOf(request.path));
  if (!web) throw resourceNotFound(request.path);
  checkDigest(farm, web.siteId, identity.login, request.headers.get('x-requestdigest'));
}

function photo(farm: Farm, request: ODataRequest): ODataResponse {
  return content(
    userPhoto(farm, request.search.get('accountname') ?? request.search.get('accountName') ?? ''),
  );
}

/** "An origin server with a clock MUST generate a Date header field": its own clock's. (RFC 9110, 6.6.1) */
function dated(farm: Farm, response: ODataResponse): ODataResponse {
  if (farm.behaviours.dateHeader === 'missing') return response;
  return { ...response, headers: { Date: farm.now().toUTCString(), ...response.headers } };
}

const content = (found: { bytes: Uint8Array; contentType: string }): ODataResponse => ({
  status: 200,
  headers: { 'Content-Type': found.contentType },
  body: found.bytes,
});

function send(incoming: IncomingMessage, outgoing: ServerResponse, response: ODataResponse): void {
  const body =
    typeof response.body === 'string'
      ? Buffer.from(response.body)
      : (response.body ?? Buffer.alloc(0));
  // Node would add one of its own.
  outgoing.sendDate = false;
  outgoing.writeHead(response.status, {
    'Cache-Control': 'private, max-age=0',
    SPRequestGuid: crypto.randomUUID(),
    MicrosoftSharePointTeamServices: '16.0.0.26420',
    ...response.headers,
    ...(response.status === 204 ? {} : { 'Content-Length': body.length }),
  });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}
