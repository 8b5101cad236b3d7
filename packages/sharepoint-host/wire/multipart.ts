/**
 * The body of a $batch and of its answer. The form is the one that PnPjs sends and reads, which is proven
 * on SharePoint: https://learn.microsoft.com/sharepoint/dev/sp-add-ins/make-batch-requests-with-the-rest-apis
 */
import type { RestRequest } from './rest-request.ts';

/** The headers of one request, be it sent by itself or in a batch. */
export const headersOf = ({ version, bare }: RestRequest): Record<string, string> => ({
  Accept: `application/json;odata=${bare ? 'nometadata' : 'minimalmetadata'}`,
  'Content-Type': 'application/json;charset=utf-8',
  ...(version === undefined ? {} : { 'IF-Match': version }),
});

const httpPart = 'Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n';

function writePart(webUrl: string, request: RestRequest): string {
  const { method, path, body } = request;
  const headers = Object.entries(headersOf(request)).map(([name, value]) => `${name}: ${value}\n`);
  const content = body === undefined ? '' : `${JSON.stringify(body)}\n\n`;
  return `${httpPart}${method} ${webUrl}/_api/${path} HTTP/1.1\n${headers.join('')}\n${content}`;
}

/** A multipart body, and the content type that names its boundary. */
export interface Multipart {
  readonly contentType: string;
  readonly body: string;
}

/** Writes lie in change sets, questions beside them; all are done in their order. */
export function multipartOf(
  webUrl: string,
  requests: readonly RestRequest[],
  id: string = crypto.randomUUID(),
): Multipart {
  const batch = `--batch_${id}\n`;
  let changeSet: string | undefined;
  let body = '';
  const end = (): string => (changeSet === undefined ? '' : `--${changeSet}--\n\n`);
  for (const [position, request] of requests.entries()) {
    if (request.method === 'GET') {
      body += end() + batch;
      changeSet = undefined;
    } else {
      if (changeSet === undefined) {
        changeSet = `changeset_${id}_${position}`;
        body += `${batch}Content-Type: multipart/mixed; boundary="${changeSet}"\n\n`;
      }
      body += `--${changeSet}\n`;
    }
    body += writePart(webUrl, request);
  }
  return {
    contentType: `multipart/mixed; boundary=batch_${id}`,
    body: `${body}${end()}--batch_${id}--\n`,
  };
}

const mostCharacters = 300_000;

/** At the start of a line, where no text of JSON can put it. */
const boundaryStart = '\n--batchresponse_';

/** The text of an answer to questions, up to a part that is too long; that one is not whole then. */
export async function readQuestions(
  response: Response,
  requests: readonly RestRequest[],
): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    const parts = text.split(boundaryStart);
    const most = requests[parts.length - 1]?.most ?? mostCharacters;
    if ((parts.at(-1) as string).length <= most) continue;
    await reader.cancel();
    return text;
  }
}

/** The answers of a batch, flat and in the order of its requests. */
export function responsesIn(text: string): Response[] {
  const boundary = /^--batchresponse_\S+/m.exec(text)?.[0];
  if (boundary === undefined) throw new TypeError('The answer to a batch has no boundary.');
  // Before the first boundary stands nothing, behind the last one its two dashes.
  return text.split(boundary).slice(1, -1).map(responseIn);
}

const statusLine = /^HTTP\/[\d.]+ +(\d{3})/;

function responseIn(part: string): Response {
  const lines = part.split(/\r?\n/);
  const start = lines.findIndex((line) => statusLine.test(line));
  const status = Number(statusLine.exec(lines[start] ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) throw new TypeError('A part of the answer to a batch has no status.');
  const blank = lines.indexOf('', start);
  const headers = new Headers();
  for (const line of lines.slice(start + 1, blank)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  const body = lines
    .slice(blank + 1)
    .join('\n')
    .trim();
  // Some statuses have no body, and a Response refuses one for them.
  return new Response(body === '' ? null : body, { status, headers });
}
