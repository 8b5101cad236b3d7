import { STATUS_CODES } from 'node:http';
import type { Farm } from '../context/farm.ts';
import type { ODataRequest } from '../context/context.ts';
import { invalidQuery } from '../errors.ts';
import { answer } from '../http/answer.ts';
import type { ODataResponse } from '../http/execute.ts';
import { makeRequest } from '../http/request.ts';
import { readBatch, type BatchPart } from './read.ts';

/** "A batch can hold up to 100 operations." */
const OPERATION_LIMIT = 100;

/**
 * Runs the operations one by one. "SharePoint does not currently support all-or-nothing
 * functionality for change sets": each succeeds or fails alone, and every one gets its answer.
 */
export function runBatch(
  farm: Farm,
  request: ODataRequest,
  login: string,
  fault: (inner: ODataRequest) => ODataResponse | undefined,
): ODataResponse {
  const text = new TextDecoder().decode(request.bytes);
  const operations = readBatch(text, request.headers.get('content-type') ?? '');
  if (operations.length > OPERATION_LIMIT) {
    throw invalidQuery(
      `The batch holds ${operations.length} operations; at most ${OPERATION_LIMIT} are allowed.`,
    );
  }
  const boundary = `batchresponse_${crypto.randomUUID()}`;
  const parts = operations.map((operation) => {
    const inner = innerRequest(request, operation);
    return writePart(boundary, fault(inner) ?? answer(farm, inner, login));
  });
  return {
    status: 200,
    headers: { 'Content-Type': `multipart/mixed; boundary="${boundary}"` },
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}

/** The outer request vouches for the person; the inner one brings its own Accept and If-Match. */
function innerRequest(outer: ODataRequest, operation: BatchPart): ODataRequest {
  const bytes = new TextEncoder().encode(operation.body);
  return makeRequest(operation.method, operation.url, outer.origin, operation.headers, bytes);
}

/** Answers of changesets are not nested: SharePoint lists all of them flatly. */
function writePart(boundary: string, response: ODataResponse): string {
  const reason = STATUS_CODES[response.status] ?? '';
  const headers = Object.entries(response.headers).map(
    ([name, value]) => `${name.toUpperCase()}: ${value}`,
  );
  const body =
    typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
  return [
    `--${boundary}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${response.status} ${reason}`,
    ...headers,
    '',
    body,
    '',
  ].join('\r\n');
}
