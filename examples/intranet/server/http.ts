import { isOwnName } from '@kantine/forge-emulator';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Far above what the community accepts, far below what hurts. In bytes. */
const maxBody = 4 * 1024 * 1024;

/** A request that its sender must mend; the status says how. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** @throws BadRequest for a request under a name that is not this server's */
export function demandOwnName(request: IncomingMessage): void {
  if (isOwnName(request)) return;
  throw new BadRequest(421, `The intranet is at localhost, not at ${request.headers.host ?? ''}.`);
}

/** @throws BadRequest on a body that is too large or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) throw new BadRequest(413, `The request has more than ${maxBody} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new BadRequest(400, 'The request is no JSON.', { cause });
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}
