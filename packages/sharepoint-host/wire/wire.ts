/** Requests to one web, single or up to a hundred in one $batch, over pnp's pipeline. */
import { createBatch } from '@pnp/sp/batching.js';
import { SPQueryable, spGet, spPost } from '@pnp/sp/spqueryable.js';
import type { ISPQueryable } from '@pnp/sp/spqueryable.js';
import { DefaultParse, InjectHeaders, RejectOnError, ResolveOnData } from '@pnp/queryable';
import type { Queryable } from '@pnp/queryable';
import { isKantineError, repeating } from '@kantine/core';
import type { Environment } from './context.ts';
import { formDigest } from './digest.ts';
import { gathering } from './gather.ts';
import { answerOf } from './operation.ts';
import type { Operation, Outcome } from './operation.ts';
import { isStaleDigest, translate } from './refusal.ts';

export interface Wire {
  /** @throws Refusal, Offline, Throttled */
  send<T>(operation: Operation): Promise<T>;
  /** Asks several things at once. Questions of the same moment share a request. @throws Offline, Throttled */
  batch(questions: readonly Operation[]): Promise<readonly Outcome[]>;
  /**
   * Does several things in their order; a question among them is answered as of its place. One that
   * failed keeps no other from being done. @throws Offline, Throttled
   */
  write(steps: readonly Operation[]): Promise<readonly Outcome[]>;
  /** Does several things in their order. @throws the error of the first that failed */
  perform(steps: readonly Operation[]): Promise<void>;
  /** The server's time, as far as its last answer told it. */
  serverNow(): number;
  /** Until when the server asked to be left alone, by the page's clock. What need not be asked now waits. */
  busyUntil(): number;
}

/** SharePoint's own limit. */
const maxOperations = 100;
/** Longer than this nobody waits without being told. */
const longestWaitSeconds = 5;

export function openWire(environment: Environment): Wire {
  const { webUrl, wait, now } = environment;
  const patience = { wait, longestWaitSeconds };
  let busyUntil = Number.NEGATIVE_INFINITY;
  let ahead = 0;

  /** Reads what every answer tells besides its content. */
  const listening: Environment = {
    ...environment,
    fetch: async (url, init) => {
      const response = await environment.fetch(url, init);
      const told = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(told)) ahead = told - now();
      return response;
    },
  };

  /** @returns what an error means; the server's wish for a pause is kept in mind. */
  async function meaningOf(error: unknown): Promise<Error> {
    const meant = await translate(error);
    if (isKantineError(meant, 'Throttled')) {
      busyUntil = Math.max(busyUntil, now() + meant.data.retryAfterSeconds * 1000);
    }
    return meant;
  }

  const digest = formDigest(listening);
  const root = SPQueryable(webUrl).using(
    InjectHeaders({
      Accept: 'application/json;odata=minimalmetadata',
      'Content-Type': 'application/json;charset=utf-8',
    }),
    RejectOnError(),
    ResolveOnData(),
    DefaultParse(),
    sendWith(listening, () => digest.value()),
  );

  const start = ({ method, path, body, version }: Operation, base: ISPQueryable) => {
    const query = SPQueryable([base, `${webUrl}/_api/${path}`]);
    if (method === 'GET') return spGet<unknown>(query);
    return spPost<unknown>(query, {
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(method === 'POST' ? {} : { 'X-HTTP-Method': method }),
        ...(version === undefined ? {} : { 'IF-Match': version }),
      },
    });
  };

  async function sendBatch(operations: readonly Operation[]): Promise<Outcome[]> {
    const batched = SPQueryable(root);
    const [join, execute] = createBatch(batched, { maxRequests: maxOperations });
    batched.using(join);
    const outcomes = operations.map((operation) =>
      start(operation, batched).then(
        (value): Outcome => ({ ok: true, value }),
        async (error: unknown): Promise<Outcome> => ({ ok: false, error: await meaningOf(error) }),
      ),
    );
    await execute();
    return Promise.all(outcomes);
  }

  /** An expired digest is renewed once; nothing had happened yet. */
  async function withDigest<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const translated = await meaningOf(error);
      if (!isStaleDigest(translated)) throw translated;
      digest.forget();
      return await request().catch(async (again: unknown) => {
        throw await meaningOf(again);
      });
    }
  }

  /**
   * Sends up to a hundred operations. Those that the server put off are repeated; of writes, with the
   * questions behind them, whose answers were too early.
   */
  async function sendPart(part: readonly Operation[], isQuestion: boolean): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const isPutOff = (at: number): boolean =>
      isOpen(outcomes[at]) && (isQuestion || part[at]?.method !== 'GET');
    return repeating(patience, isQuestion, async () => {
      const positions = [...part.keys()];
      const first = positions.findIndex((at) => isPutOff(at));
      const open = positions.filter(
        (at) => isPutOff(at) || (!isQuestion && at > first && part[at]?.method === 'GET'),
      );
      const sent = await withDigest(() => sendBatch(open.map((at) => part[at] as Operation)));
      for (const [position, at] of open.entries()) outcomes[at] = sent[position] as Outcome;
      const putOff = positions.find((at) => isPutOff(at));
      if (putOff !== undefined) answerOf(outcomes[putOff]);
      return outcomes;
    });
  }

  async function sendAll(
    operations: readonly Operation[],
    isQuestion: boolean,
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let first = 0; first < operations.length; first += maxOperations) {
      const part = operations.slice(first, first + maxOperations);
      outcomes.push(...(await sendPart(part, isQuestion)));
    }
    return outcomes;
  }

  const batch = gathering((questions) => sendAll(questions, true));
  const write = async (steps: readonly Operation[]): Promise<readonly Outcome[]> =>
    sendAll(steps, false);
  return {
    send: <T>(operation: Operation) =>
      repeating(patience, operation.method === 'GET', () =>
        withDigest(() => start(operation, root) as Promise<T>),
      ),
    batch: async (questions) => (questions.length === 0 ? [] : batch(questions)),
    write,
    serverNow: () => now() + ahead,
    busyUntil: () => busyUntil,
    perform: async (steps) => {
      for (const outcome of await write(steps)) answerOf(outcome);
    },
  };
}

const isOpen = (outcome: Outcome | undefined): boolean =>
  !outcome || (!outcome.ok && isKantineError(outcome.error, 'Throttled'));

/** Ends pnp's pipeline in the page's own fetch, with a digest on whatever is not a GET. */
const sendWith =
  ({ fetch }: Environment, digest: () => Promise<string>) =>
  (instance: Queryable): Queryable => {
    instance.on.send.replace(async (url, init) => {
      const headers: Record<string, string> = { ...(init.headers as Record<string, string>) };
      if (init.method !== 'GET') headers['X-RequestDigest'] = await digest();
      return fetch(url.toString(), { ...init, headers, credentials: 'same-origin' });
    });
    return instance;
  };
