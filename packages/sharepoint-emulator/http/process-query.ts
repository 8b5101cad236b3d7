import type { Farm } from '../context/farm.ts';
import type { ODataRequest } from '../context/context.ts';
import { csomError, processQuery } from '../csom/process-query.ts';
import type { Raw } from '../odata/resource.ts';
import { openContext } from './context.ts';
import type { ODataResponse } from './execute.ts';
import { rootEntity } from './root.ts';

export const isProcessQuery = (path: string): boolean =>
  /\/_vti_bin\/client\.svc\/ProcessQuery$/i.test(path);

/** Answers a request of the client-side object model; its errors come in its own form, digests too. */
export function answerProcessQuery(
  farm: Farm,
  request: ODataRequest,
  login: string,
  demandDigest: () => void,
): ODataResponse {
  const context = openContext(farm, request, login);
  return answerOf(inItsForm(demandDigest) ?? processQuery(context, rootEntity(context)));
}

function inItsForm(check: () => void): Raw | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return csomError(error);
  }
}

const answerOf = ({ body, contentType }: Raw): ODataResponse => ({
  status: 200,
  headers: { 'Content-Type': contentType },
  body,
});
