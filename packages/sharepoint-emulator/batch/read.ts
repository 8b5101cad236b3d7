import { invalidQuery } from '../errors.ts';

/** One operation of a batch: a request inside of the request. */
export interface BatchPart {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** Takes apart a multipart/mixed body. Changesets are flattened; their order stays. */
export function readBatch(text: string, contentType: string): BatchPart[] {
  return parts(text, boundaryOf(contentType)).flatMap(readPart);
}

/** A part is one GET, or a changeset: a multipart body of its own that holds the writes. */
function readPart(part: string): BatchPart[] {
  const { headers, rest } = splitHeaders(part);
  const contentType = headers.get('content-type') ?? '';
  if (/multipart\/mixed/i.test(contentType)) return readBatch(rest, contentType);
  return [readOperation(rest)];
}

/** A request line, headers, an empty line and a body, as in HTTP itself. */
function readOperation(text: string): BatchPart {
  const [line = '', ...lines] = text.replace(/^(\r?\n)+/, '').split(/\r?\n/);
  const match = /^([A-Z]+)\s+(\S.*?)\s+HTTP\/\d(\.\d)?$/i.exec(line.trim());
  if (!match?.[1] || !match[2]) throw invalidQuery(`The batch operation '${line}' is not valid.`);
  const { headers, rest } = splitHeaders(lines.join('\n'));
  return { method: match[1].toUpperCase(), url: match[2], headers, body: rest.trim() };
}

function boundaryOf(contentType: string): string {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) throw invalidQuery('The batch has no boundary in its Content-Type.');
  return boundary.trim();
}

/** What stands between the boundary lines; lines may end with CRLF or, as clients do, with LF. */
function parts(text: string, boundary: string): string[] {
  const found: string[] = [];
  let current: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const isEnd = line.trimEnd() === `--${boundary}--`;
    if (isEnd || line.trimEnd() === `--${boundary}`) {
      if (current) found.push(current.join('\n'));
      current = isEnd ? undefined : [];
    } else current?.push(line);
  }
  return found;
}

/**
 * Headers end at the first empty line; what follows is the body, which may hold empty lines too.
 */
function splitHeaders(text: string): { headers: Headers; rest: string } {
  const lines = text.split('\n');
  const headers = new Headers();
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (!line) break;
    const colon = line.indexOf(':');
    if (colon < 1) throw invalidQuery(`The header '${line}' in the batch is not valid.`);
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return { headers, rest: lines.slice(at + 1).join('\n') };
}
