/** Requests to one web over the page's own fetch: one operation, or up to a hundred in one $batch. */
import type { Environment } from './context.ts';
import type { Digest } from './digest.ts';
import { headersOf, multipartOf, responsesIn } from './multipart.ts';
import type { Operation, Outcome } from './operation.ts';
import { translate } from './refusal.ts';

export interface Http {
  /** @returns what was answered. @throws Refusal, Offline, Throttled */
  send(operation: Operation): Promise<unknown>;
  /** @returns how each operation ended. @throws what keeps the batch as a whole from being done */
  sendBatch(operations: readonly Operation[]): Promise<Outcome[]>;
}

/** What a collection of things answers stands in its `value`. */
async function valueOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  const answer = JSON.parse(text) as unknown;
  const isWrapped = typeof answer === 'object' && answer !== null && 'value' in answer;
  return isWrapped ? answer.value : answer;
}

/** What an answer means that is no success. */
function refusalIn(response: Response): Promise<Error> {
  const { status, statusText } = response;
  return translate(Object.assign(new Error(`${status} ${statusText}`), { response, status }));
}

/** @throws Refusal, Offline, Throttled */
async function accepted(response: Response): Promise<unknown> {
  if (response.ok) return valueOf(response);
  throw await refusalIn(response);
}

const outcomeOf = (response: Response): Promise<Outcome> =>
  accepted(response).then(
    (value): Outcome => ({ ok: true, value }),
    (error: unknown): Outcome => ({ ok: false, error: error as Error }),
  );

export function openHttp({ webUrl, fetch }: Environment, digest: Digest): Http {
  async function request(
    path: string,
    method: 'GET' | 'POST',
    headers: Record<string, string>,
    body: string | undefined,
  ): Promise<Response> {
    // Whatever is not a GET names a digest.
    const own =
      method === 'GET' ? headers : { ...headers, 'X-RequestDigest': await digest.value() };
    try {
      return await fetch(`${webUrl}/_api/${path}`, {
        method,
        headers: own,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      throw await translate(error);
    }
  }

  return {
    async send(operation) {
      const { method, path, body } = operation;
      const verb = method === 'GET' ? 'GET' : 'POST';
      const headers = {
        ...headersOf(operation),
        ...(method === verb ? {} : { 'X-HTTP-Method': method }),
      };
      return accepted(
        await request(path, verb, headers, body === undefined ? undefined : JSON.stringify(body)),
      );
    },
    async sendBatch(operations) {
      const { contentType, body } = multipartOf(webUrl, operations);
      const headers = { Accept: 'multipart/mixed', 'Content-Type': contentType };
      const response = await request('$batch', 'POST', headers, body);
      if (!response.ok) throw await refusalIn(response);
      const responses = responsesIn(await response.text());
      if (responses.length !== operations.length) {
        throw new RangeError('A batch answered another number of operations than it was asked.');
      }
      return Promise.all(responses.map(outcomeOf));
    },
  };
}
