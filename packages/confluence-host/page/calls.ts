/**
 * The calls of a page's frames. The leading frame puts the questions of about the same time into one call
 * of the resolver.
 */
import { fromErrorMessage, Offline } from '@kantine/core';
import type { OperationRequest } from '@kantine/core';
import type { Listening } from '../changes/listen.ts';
import type { DoorResponse } from '../resolver/door.ts';
import type { Together, TogetherAnswer } from '../resolver/together.ts';
import type { Bridge } from './bridge.ts';
import type { Frames } from './frames.ts';

export interface CallsOptions {
  readonly bridge: Pick<Bridge, 'call'>;
  readonly frames: Frames;
  /** The containers whose changes are heard already, or nothing where nobody listens. */
  readonly heard: () => readonly string[] | undefined;
  /** The channels that tell of what was asked for. */
  readonly hear: (listening: Listening, containers: readonly string[]) => void;
}

export interface Calls {
  /** @throws Offline, Throttled */
  call(request: OperationRequest): Promise<DoorResponse>;
}

/** Milliseconds for which calls are gathered. */
const gathering = 20;
/** Milliseconds in which a leading frame says that it has a call. */
const taking = 400;
/** A resolver ends after 25 seconds. */
const longest = 30_000;
/** The resolver takes no more at once. */
const mostTogether = 12;
const mostHeard = 60;

interface Waiting {
  readonly request: object;
  readonly resolve: (response: DoorResponse) => void;
  readonly reject: (error: unknown) => void;
}

/** Names of people are looked up by the page. */
const named = (request: object): object => ({ ...request, names: 'page' });

const isTogether = (value: unknown): value is Together =>
  Array.isArray((value as Together | null)?.answers);

export function openCalls({ bridge, frames, heard, hear }: CallsOptions): Calls {
  let waiting: Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let questions = 0;
  const asked = new Map<number, { taken(): void; answer(content: unknown): void }>();

  /** A resolver of another version knows no call for several things. */
  async function oneByOne(batch: readonly Waiting[]): Promise<void> {
    await Promise.all(
      batch.map(({ request, resolve, reject }) =>
        bridge.call(named(request)).then((response) => resolve(response as DoorResponse), reject),
      ),
    );
  }

  function settle({ resolve, reject }: Waiting, answer: TogetherAnswer, told: object): void {
    if ('failed' in answer) reject(new Error('Kantine could not answer.'));
    else resolve({ ...answer, ...told });
  }

  function tellListening(answers: readonly TogetherAnswer[], listening: Listening): void {
    const containers = answers.flatMap((each) =>
      'reads' in each ? (each.reads ?? []).map(([, container]) => container) : [],
    );
    hear(listening, containers);
  }

  async function together(batch: readonly Waiting[]): Promise<void> {
    const known = heard();
    const input = {
      calls: batch.map(({ request }) => request),
      ...(known ? { heard: known.slice(0, mostHeard) } : {}),
    };
    const response = (await bridge.call(named({ operation: 'together', input }))) as DoorResponse;
    if ('error' in response) {
      const { tag } = response.error;
      if (tag === 'Outdated' || tag === 'Invalid') return oneByOne(batch);
      throw fromErrorMessage(response.error);
    }
    const { value, ...told } = response;
    if (!isTogether(value)) return oneByOne(batch);
    for (const [at, each] of batch.entries()) {
      const answer = value.answers[at];
      if (answer) settle(each, answer, told);
      else each.reject(new Offline());
    }
    if (value.listening) tellListening(value.answers, value.listening);
  }

  function flush(): void {
    timer = undefined;
    const all = waiting;
    waiting = [];
    for (let first = 0; first < all.length; first += mostTogether) {
      const batch = all.slice(first, first + mostTogether);
      const isAlone = batch.length === 1 && heard() === undefined;
      (isAlone ? oneByOne(batch) : together(batch)).catch((error: unknown) => {
        for (const { reject } of batch) reject(error);
      });
    }
  }

  function callHere(request: object): Promise<DoorResponse> {
    return new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      timer ??= setTimeout(flush, gathering);
    });
  }

  /** Asks the frame that leads. Where it does not take the call, this frame asks the next one, or by itself. */
  function callThere(leader: string, request: object): Promise<DoorResponse> {
    const question = (questions += 1);
    return new Promise((resolve, reject) => {
      let limit = setTimeout(() => {
        asked.delete(question);
        frames.forget(leader);
        call(request as OperationRequest).then(resolve, reject);
      }, taking);
      asked.set(question, {
        taken() {
          clearTimeout(limit);
          // It may have happened; what may be repeated is, by the caller.
          limit = setTimeout(() => {
            asked.delete(question);
            reject(new Offline());
          }, longest);
        },
        answer(content) {
          clearTimeout(limit);
          asked.delete(question);
          const { response, error } = content as { response?: DoorResponse; error?: unknown };
          if (response) resolve(response);
          else reject(errorFrom(error));
        },
      });
      frames.send('ask', { question, request }, leader);
    });
  }

  function call(request: OperationRequest): Promise<DoorResponse> {
    const leader = frames.leader();
    return leader === undefined ? callHere(request) : callThere(leader, request);
  }

  frames.on('ask', (content, from) => {
    const { question, request } = content as { question: number; request: OperationRequest };
    frames.send('taken', { question }, from);
    callHere(request).then(
      (response) => frames.send('answer', { question, response }, from),
      (error: unknown) => frames.send('answer', { question, error: asData(error) }, from),
    );
  });
  frames.on('taken', (content) => asked.get((content as { question: number }).question)?.taken());
  frames.on('answer', (content) =>
    asked.get((content as { question: number }).question)?.answer(content),
  );

  return { call };
}

/** An error as it travels between frames. */
function asData(error: unknown): unknown {
  const { tag, data, message } = (error ?? {}) as Partial<
    Record<'tag' | 'data' | 'message', unknown>
  >;
  return { tag, data, message };
}

function errorFrom(told: unknown): Error {
  const { tag, message } = told as { tag?: unknown; message?: unknown };
  if (typeof tag !== 'string') return new Error(String(message));
  return fromErrorMessage(told as Parameters<typeof fromErrorMessage>[0]);
}
