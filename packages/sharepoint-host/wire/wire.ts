/** Requests to one web, single or up to a hundred in one $batch. */
import { isKantineError, repeating } from '@kantine/core';
import type { Environment } from './context.ts';
import { isDigesting } from '../schema/digest.ts';
import { formDigest } from './digest.ts';
import { gathering } from './gather.ts';
import { openHttp } from './http.ts';
import { answerOf, get, isUnread } from './rest-request.ts';
import type { RestRequest, Outcome } from './rest-request.ts';
import { isStaleDigest, translate } from './refusal.ts';

export interface Wire {
  /** @throws Refusal, Offline, Throttled */
  send<T>(request: RestRequest): Promise<T>;
  /**
   * Asks several things at once. Questions of the same moment share a request.
   * @param within for how many milliseconds they may wait for others to go with, if there is no hurry.
   * @throws Offline, Throttled
   */
  batch(questions: readonly RestRequest[], within?: number): Promise<readonly Outcome[]>;
  /** The same, but what stands behind an answer that is too long is `unread`. */
  begin(questions: readonly RestRequest[], within?: number): Promise<readonly Outcome[]>;
  /** Lets questions wait for a part of the code that is on its way and asks something, too: in one round trip. */
  fetching<T>(part: Promise<T>): Promise<T>;
  /**
   * Does several things in their order; a question among them is answered as of its place. One that
   * failed keeps no other from being done. @throws Offline, Throttled
   */
  write(steps: readonly RestRequest[]): Promise<readonly Outcome[]>;
  /** Does several things in their order. @throws the error of the first that failed */
  perform(steps: readonly RestRequest[]): Promise<void>;
  /** The server's time, as far as its last answer told it. */
  serverNow(): number;
  /** The same, on a page that has not been answered yet as well. @throws Offline, Throttled */
  serverTime(): Promise<number>;
  /** Until when the server asked to be left alone, by the page's clock. Questions that can wait have to. */
  busyUntil(): number;
}

/** SharePoint's own limit. */
const maxRequests = 100;
/** Longer than this nobody waits without being told. */
const longestWaitSeconds = 5;

export function openWire(environment: Environment): Wire {
  const { wait, now } = environment;
  const patience = { wait, longestWaitSeconds };
  let busyUntil = Number.NEGATIVE_INFINITY;
  let ahead = 0;
  let isAnswered = false;

  /** Reads what every answer tells besides its content. */
  const listening: Environment = {
    ...environment,
    fetch: async (url, init) => {
      const response = await environment.fetch(url, init);
      isAnswered = true;
      const told = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(told)) ahead = told - now();
      return response;
    },
  };

  /** @returns what an error means; for how long the server wants to be left alone is kept in mind. */
  async function heeded(error: unknown): Promise<Error> {
    const meant = await translate(error);
    if (isKantineError(meant, 'Throttled')) {
      busyUntil = Math.max(busyUntil, now() + meant.data.retryAfterSeconds * 1000);
    }
    return meant;
  }

  const digest = formDigest(listening);
  const http = openHttp(listening, digest);

  /** An expired digest is renewed once; nothing had happened yet. */
  async function withDigest<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const translated = await heeded(error);
      if (!isStaleDigest(translated)) throw translated;
      digest.forget();
      return await request().catch(async (again: unknown) => {
        throw await heeded(again);
      });
    }
  }

  /**
   * Sends up to a hundred requests. Those that the server put off are repeated; of writes, with the
   * questions behind them, whose answers were too early.
   */
  async function sendPart(part: readonly RestRequest[], isQuestion: boolean): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const isPutOff = (at: number): boolean =>
      isOpen(outcomes[at]) && (isQuestion || part[at]?.method !== 'GET');
    return repeating(patience, isQuestion, async () => {
      const positions = [...part.keys()];
      const first = positions.findIndex((at) => isPutOff(at));
      const open = positions.filter(
        (at) => isPutOff(at) || (!isQuestion && at > first && part[at]?.method === 'GET'),
      );
      const sent = await withDigest(() =>
        http.sendBatch(
          open.map((at) => part[at] as RestRequest),
          isQuestion,
        ),
      );
      for (const [position, at] of open.entries()) {
        const outcome = sent[position] as Outcome;
        if (!outcome.ok) await heeded(outcome.error);
        outcomes[at] = outcome;
      }
      const putOff = positions.find((at) => isPutOff(at));
      if (putOff !== undefined) answerOf(outcomes[putOff]);
      return outcomes;
    });
  }

  async function sendAll(
    requests: readonly RestRequest[],
    isQuestion: boolean,
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let first = 0; first < requests.length; first += maxRequests) {
      const part = requests.slice(first, first + maxRequests);
      outcomes.push(...(await sendPart(part, isQuestion)));
    }
    return outcomes;
  }

  const { ask, fetching } = gathering((questions) => sendAll(questions, true), isDigesting);
  const begin: Wire['begin'] = async (questions, within) =>
    questions.length === 0 ? [] : ask(questions, within);
  const batch: Wire['batch'] = async (questions, within) => {
    const read: Outcome[] = [];
    while (read.length < questions.length) {
      const outcomes = await begin(questions.slice(read.length), within);
      read.push(...outcomes.filter((outcome) => !isUnread(outcome)));
    }
    return read;
  };
  const write = async (steps: readonly RestRequest[]): Promise<readonly Outcome[]> =>
    sendAll(steps, false);
  return {
    send: <T>(request: RestRequest) =>
      repeating(patience, request.method === 'GET', () =>
        withDigest(() => http.send(request) as Promise<T>),
      ),
    batch,
    begin,
    fetching,
    write,
    serverNow: () => now() + ahead,
    serverTime: async () => {
      if (!isAnswered) await batch([get('web?$select=Id')]);
      return now() + ahead;
    },
    busyUntil: () => busyUntil,
    perform: async (steps) => {
      for (const outcome of await write(steps)) answerOf(outcome);
    },
  };
}

const isOpen = (outcome: Outcome | undefined): boolean =>
  !outcome || (!outcome.ok && isKantineError(outcome.error, 'Throttled'));
