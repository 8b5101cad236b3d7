import type { ODataRequest } from '../context/context.ts';
import { SharePointError } from '../errors.ts';
import { errorResponse } from '../http/answer.ts';
import type { ODataResponse } from '../http/execute.ts';
import type { Fault } from './faults.ts';

const MESSAGES: Readonly<Record<number, string>> = {
  429: 'The request has been throttled -- Too many requests.',
  500: 'An unexpected error has occurred.',
  503: 'The server is currently unavailable.',
};

/** The answer that stands in for the work, or undefined where the fault leaves it to be done. */
export function faultResponse(request: ODataRequest, fault: Fault): ODataResponse | undefined {
  const { status } = fault;
  if (status === undefined) return undefined;
  const busy = status === 429 || status === 503;
  const retryAfter = fault.retryAfter ?? (busy ? 1 : undefined);
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  const code = busy
    ? '-2147429894, System.Runtime.InteropServices.COMException'
    : '-1, System.Exception';
  const message = MESSAGES[status] ?? 'The request failed.';
  return errorResponse(request, new SharePointError(status, code, message, headers));
}
