/** What every check works with. */
import type { Environment, RestRequest, Wire } from '../wire/index.ts';
import { Refusal } from '../wire/refusal.ts';
import type { Answer } from './answer.ts';

export interface CheckedSite {
  readonly environment: Environment;
  readonly wire: Wire;
  /** The address of the page that asks, for its policy; that of the site unless told otherwise. */
  readonly pageUrl: string;
}

/** An answer, with codes for developers where there are some. */
export type Found = string | { readonly answer: string; readonly detail: string };

export interface Check {
  readonly id: string;
  readonly answers: readonly string[];
  run(site: CheckedSite): Promise<Found>;
}

/** Removes for good, without a stay in the recycle bin. */
export const remove = (path: string): RestRequest => ({ method: 'DELETE', path, version: '*' });

/** What a developer may want to know of an error. */
export const detailOf = (error: unknown): string =>
  error instanceof Refusal ? `${error.status} ${error.code}`.trim() : (error as Error).name;

interface Tried<T> {
  readonly value?: T;
  readonly isDone: boolean;
  readonly detail: string;
  readonly status: number;
  readonly error?: Refusal;
}

/** Whether a request is done, or refused. @throws what is no refusal */
export async function tried<T>(request: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await request(), isDone: true, detail: '', status: 200 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { isDone: false, detail: detailOf(error), status: error.status, error };
  }
}

export const withDetail = (answer: string, detail: string): Found =>
  detail === '' ? answer : { answer, detail };

/** A check that breaks off says nothing of the site, and keeps no other one from being tried. */
export async function answerTo(id: string, find: () => Promise<Found>): Promise<Answer> {
  try {
    const found = await find();
    return { id, ...(typeof found === 'string' ? { answer: found } : found) };
  } catch (error) {
    return { id, answer: 'failed', detail: detailOf(error) };
  }
}
