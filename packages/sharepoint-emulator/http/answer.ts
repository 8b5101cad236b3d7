import type { Farm } from '../context/farm.ts';
import type { ODataRequest } from '../context/context.ts';
import { notEmulated, SharePointError } from '../errors.ts';
import { forgetFields } from '../fields/field.ts';
import { contentTypeOf, errorBody, formatOf } from '../odata/format.ts';
import { openContext } from './context.ts';
import { execute, type ODataResponse } from './execute.ts';

/** What stands behind `_api/`, in whatever site. */
const API = /\/_api\/(.*)$/is;

/** Answers one request to `_api/` for a person whose identity is settled. */
export function answer(farm: Farm, request: ODataRequest, login: string): ODataResponse {
  try {
    const path = API.exec(request.path)?.[1] ?? (/\/_api$/i.test(request.path) ? '' : undefined);
    if (path === undefined) throw notEmulated(`the address ${request.path}`);
    return execute(openContext(farm, request, login), path);
  } catch (error) {
    // A rolled back write may have left columns in the cache that the table does not have.
    if (request.verb !== 'GET') forgetFields(farm);
    return errorResponse(request, error);
  }
}

export function errorResponse(request: ODataRequest, error: unknown): ODataResponse {
  const known = error instanceof SharePointError ? error : unexpected(error);
  const format = formatOf(request.headers);
  return {
    status: known.status,
    headers: { 'Content-Type': contentTypeOf(format), ...known.headers },
    body: JSON.stringify(errorBody(format, known.code, known.message)),
  };
}

/** A fault of the emulator's own: it names itself, so that nobody takes it for SharePoint's. */
function unexpected(error: unknown): SharePointError {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new SharePointError(500, '-1, SharePointEmulator.InternalError', text);
}
