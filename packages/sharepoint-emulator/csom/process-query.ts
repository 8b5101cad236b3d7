import { parseXml, type XmlElement } from '../caml/xml.ts';
import type { Context } from '../context/context.ts';
import { SharePointError, wrongVerb } from '../errors.ts';
import type { Entity, Raw } from '../odata/resource.ts';
import { runActions } from './actions.ts';
import { CsomObjects } from './objects.ts';
import { invalidRequest, readCsomRequest } from './request.ts';

const LIBRARY_VERSION = '16.0.26420.12011';

/**
 * `_vti_bin/client.svc/ProcessQuery`: the service behind the client-side object model (CSOM, JSOM).
 * It takes XML that names objects and says what happens to them, and answers one JSON array: a header,
 * then the number and the result of each action that has one. [MS-CSOM], 3.1.4.1.
 *
 * It interprets the paths and actions that it knows. Anything else is 501, as everywhere here, and
 * never an answer that looks as if it had been done.
 */
export function processQuery(context: Context, root: Entity): Raw {
  if (context.request.verb !== 'POST') throw wrongVerb(context.request.verb, 'ProcessQuery');
  const trace = crypto.randomUUID();
  try {
    const request = readCsomRequest(readXml(context.request.bytes));
    const objects = new CsomObjects(context, request, root);
    return csomAnswer(trace, null, runActions(context, objects, request.actions, trace));
  } catch (error) {
    return csomError(error, trace);
  }
}

/**
 * Errors of SharePoint's come with the status 200 in the header's ErrorInfo, and nothing follows it.
 * Errors about missing parts of the emulator, and its own faults, are passed on as they are.
 */
export function csomError(error: unknown, trace: string = crypto.randomUUID()): Raw {
  if (!(error instanceof SharePointError) || error.status === 501) throw error;
  const [code = '-1', ...type] = error.code.split(', ');
  const info = {
    ErrorMessage: error.message,
    ErrorValue: null,
    TraceCorrelationId: trace,
    ErrorCode: Number(code),
    ErrorTypeName: type.join(', '),
  };
  return csomAnswer(trace, info, []);
}

function csomAnswer(trace: string, errorInfo: object | null, results: readonly unknown[]): Raw {
  const header = {
    SchemaVersion: '15.0.0.0',
    LibraryVersion: LIBRARY_VERSION,
    ErrorInfo: errorInfo,
    TraceCorrelationId: trace,
  };
  return {
    kind: 'raw',
    body: JSON.stringify([header, ...results]),
    contentType: 'application/json; charset=utf-8',
  };
}

function readXml(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(new TextDecoder().decode(bytes), 'Request');
  } catch {
    throw invalidRequest();
  }
}
