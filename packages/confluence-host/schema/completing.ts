/**
 * Migrations by a function that finds a table or a column missing: a version without new scopes reaches all
 * sites at once, and no event tells of it.
 */
import { getAppContext } from '@forge/api';
import { Throttled } from '@kantine/core';
import type { Collection } from '@kantine/core';
import type { Database } from '../sql/index.ts';
import { migrate } from './migrate.ts';

/** Forge allows 25 definitions a minute: who finds it still missing within a minute waits. In milliseconds. */
const pause = 60_000;

export interface CompletingOptions {
  /** One that completes nothing by itself. */
  readonly database: Database;
  readonly collections: readonly Collection[];
  readonly now: () => number;
}

/**
 * @returns what completes the tables, and says whether a question that found something missing can be
 * asked again. Calls of one function wait for each other; those of another one do not, since a function
 * that was ended never answers.
 */
export function openCompletion(options: CompletingOptions): () => Promise<boolean> {
  const { database, collections, now } = options;
  let last: { readonly invocation: string; readonly done: Promise<boolean> } | undefined;
  let begun = Number.NEGATIVE_INFINITY;
  let isDone = false;

  async function complete(): Promise<boolean> {
    isDone = false;
    begun = now();
    try {
      await migrate(database, collections);
      isDone = true;
    } catch (error) {
      // What was missing may be there by now: it is asked for once more. Where it is not, the reader is told to come
      // back; the upkeep of the hour goes on where this ended.
      if (error instanceof Throttled) return true;
      console.warn('Kantine: the tables were not completed.', error);
    }
    return isDone;
  }

  return async () => {
    const invocation = getAppContext().invocationId;
    if (last?.invocation === invocation) return last.done;
    if (begun + pause > now()) return isDone;
    last = { invocation, done: complete() };
    return last.done;
  };
}
