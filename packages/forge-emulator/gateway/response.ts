import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';

/** An answer of one of Atlassian's services. The packages quote its trace id and status text. */
export function json(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    statusText: STATUS_CODES[status] ?? '',
    headers: {
      'content-type': 'application/json',
      'x-b3-traceid': randomUUID().replaceAll('-', ''),
      ...headers,
    },
  });
}

export function noContent(): Response {
  return json(undefined, 204);
}
