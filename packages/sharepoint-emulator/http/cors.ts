import type { ODataRequest } from '../context/context.ts';
import type { ODataResponse } from './execute.ts';

/**
 * SharePoint Online lets other origins call with an access token, and never with its cookies. So
 * Access-Control-Allow-Credentials is never sent.
 */
export function preflight(request: ODataRequest): ODataResponse {
  return allowOrigin(request, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, PATCH, MERGE, PUT, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? '*',
      'Access-Control-Max-Age': '600',
    },
    body: undefined,
  });
}

export function allowOrigin(request: ODataRequest, response: ODataResponse): ODataResponse {
  const origin = request.headers.get('origin');
  if (!origin) return response;
  const allowed = {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'ETag, Location, Retry-After',
    Vary: 'Origin',
  };
  return { ...response, headers: { ...response.headers, ...allowed } };
}
