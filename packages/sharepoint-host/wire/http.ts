/** Requests to one web over the page's own fetch: one request, or up to a hundred in one $batch. */
import type { Environment } from './context.ts';
import type { Digest } from './digest.ts';
import { headersOf, multipartOf, readQuestions, responsesIn } from './multipart.ts';
import type { RestRequest, Outcome } from './rest-request.ts';
import { tooLong, translate, unread } from './refusal.ts';

export interface Http {
  /** @returns what was answered. @throws Refusal, Offline, Throttled */
  send(request: RestRequest): Promise<unknown>;
  /**
   * @param areQuestions whether they may be asked again: an answer that is too long is given up then.
   * @returns how each request ended. @throws what keeps the batch as a whole from being done
   */
  sendBatch(requests: readonly RestRequest[], areQuestions: boolean): Promise<Outcome[]>;
}

/** The entries of a collection are in its `value`. */
async function valueOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  const answer = JSON.parse(text) as unknown;
  const isWrapped = typeof answer === 'object' && answer !== null && 'value' in answer;
  return isWrapped ? answer.value : answer;
}

/** The error of an answer that is no success. */
function refusalIn(response: Response): Promise<Error> {
  const { status, statusText } = response;
  return translate(Object.assign(new Error(`${status} ${statusText}`), { response, status }));
}

/** @throws Refusal, Offline, Throttled */
async function accepted(response: Response): Promise<unknown> {
  if (response.ok) return valueOf(response);
  throw await refusalIn(response);
}

const failed = (error: Error): Outcome => ({ ok: false, error });

const outcomeOf = (response: Response): Promise<Outcome> =>
  accepted(response).then(
    (value): Outcome => ({ ok: true, value }),
    (error: unknown) => failed(error as Error),
  );

export function openHttp({ webUrl, fetch }: Environment, digest: Digest): Http {
  async function exchange(
    path: string,
    method: 'GET' | 'POST',
    headers: Record<string, string>,
    body: string | undefined,
  ): Promise<Response> {
    // Every request but a GET names a digest.
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
    async send(request) {
      const { method, path, body } = request;
      const verb = method === 'GET' ? 'GET' : 'POST';
      const headers = {
        ...headersOf(request),
        ...(method === verb ? {} : { 'X-HTTP-Method': method }),
      };
      return accepted(
        await exchange(path, verb, headers, body === undefined ? undefined : JSON.stringify(body)),
      );
    },
    async sendBatch(requests, areQuestions) {
      const { contentType, body } = multipartOf(webUrl, requests);
      const headers = { Accept: 'multipart/mixed', 'Content-Type': contentType };
      const response = await exchange('$batch', 'POST', headers, body);
      if (!response.ok) throw await refusalIn(response);
      const text = await (areQuestions ? readQuestions(response, requests) : response.text());
      const outcomes = await Promise.all(responsesIn(text).map(outcomeOf));
      if (areQuestions) {
        // Reading ended at an answer that is too long.
        const rest = requests.slice(outcomes.length);
        outcomes.push(...rest.map((_, at) => failed(at === 0 ? tooLong : unread)));
      }
      if (outcomes.length !== requests.length) {
        throw new RangeError('A batch answered another number of requests than it was asked.');
      }
      return outcomes;
    },
  };
}
