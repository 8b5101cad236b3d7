import type { IncomingMessage } from 'node:http';
import type { ODataRequest } from '../context/context.ts';

/** Reads a request of Node as SharePoint would: path decoded, tunnelled verb taken out. */
export async function readRequest(incoming: IncomingMessage): Promise<ODataRequest> {
  const headers = headersOf(incoming);
  const scheme = headers.get('x-forwarded-proto') ?? 'http';
  const origin = `${scheme}://${headers.get('host') ?? 'localhost'}`;
  const bytes = await readBytes(incoming);
  return makeRequest(incoming.method ?? 'GET', incoming.url ?? '/', origin, headers, bytes);
}

/** Also for operations of a batch, whose addresses are absolute: scheme and host are cut off. */
export function makeRequest(
  method: string,
  url: string,
  origin: string,
  headers: Headers,
  bytes: Uint8Array,
): ODataRequest {
  const [path = '/', ...query] = url.replace(/^https?:\/\/[^/]+/i, '').split('?');
  return {
    verb: verbOf(method, headers),
    origin,
    path: decode(path),
    search: new URLSearchParams(query.join('?')),
    headers,
    bytes,
  };
}

/** "X-HTTP-Method: Used to specify that the request performs an update or delete operation." */
function verbOf(method: string, headers: Headers): string {
  const verb = method.toUpperCase();
  const tunnelled = headers.get('x-http-method') ?? headers.get('x-http-method-override');
  if (verb === 'POST' && tunnelled) return tunnelled.toUpperCase();
  return verb === 'HEAD' ? 'GET' : verb;
}

/** A path with a stray percent sign is taken as it stands, and will not be found. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else for (const each of value ?? []) headers.append(name, each);
  }
  return headers;
}

/** SharePoint takes files of an item up to this size in one request. In bytes. */
const mostBytes = 250 * 2 ** 20;

async function readBytes(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`A request has at most ${mostBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
