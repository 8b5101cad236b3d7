/** SharePoint's refusals, before anybody knows what they mean to a record or a list. */
import { Forbidden, Offline, Throttled } from '@kantine/core';

/** A request that arrived and was refused. The meaning of a 404 depends on the request. */
export class Refusal extends Error {
  readonly status: number;
  /** The HRESULT in front of SharePoint's code: `-2130575169`. */
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
}

/** The answer to a question is longer than the question reads. Nobody writes such rows through Kantine. */
export const tooLong = new RangeError('Too long.');
/** The answer stood behind one that is too long: the question has to be asked again. */
export const unread = new RangeError('Unread.');

/** A value that has to be unique is there already. */
export const duplicateCode = '-2130575169';
/** A query would look at more than 5,000 rows. */
export const thresholdCode = '-2147024860';
/** The list has as many indexes as it may have. */
export const mostIndexesCode = '-2130575194';
/** There is no such person or group. */
const missingPrincipalCode = '-2146232832';

/** The form digest is too old, or of somebody else. */
const digestCodes = ['-2130575252', '-2130575251'];

/** No server means more; a page that was told more would never ask again. */
export const mostRetrySeconds = 3_600;

/** @param status any status unless one is named. */
export const isRefusal = (error: unknown, status?: number): error is Refusal =>
  error instanceof Refusal && (status === undefined || error.status === status);
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Refusal && error.code === code;
/**
 * A person or a group that is not there, or no more. The code decides: the status was 500 in 2021 and 2022,
 * and 404 in 2024 ("User cannot be found.", "Group cannot be found.").
 */
export const isMissingPrincipal = (error: unknown): boolean =>
  hasCode(error, missingPrincipalCode) && (isRefusal(error, 404) || isRefusal(error, 500));

export const isStaleDigest = (error: unknown): boolean =>
  error instanceof Refusal && digestCodes.includes(error.code);

/** An answer that is no success; anything else is what fetch threw. */
interface Failed {
  readonly status?: number;
  readonly response?: Response;
}

/** @returns a core error where its meaning is plain, else a Refusal. */
export async function translate(error: unknown): Promise<Error> {
  if (error instanceof Refusal || error instanceof Offline || error instanceof Throttled) {
    return error;
  }
  const { response, status } = error as Failed;
  if (!response || status === undefined) return new Offline({ cause: error });
  try {
    const { meaningOf } = await import(/* webpackChunkName: 'refused' */ './meaning.ts');
    return await meaningOf(response, status, error);
  } catch (cause) {
    return new Offline({ cause });
  }
}

/** A refusal by a container's list means that the reader has no access, unless it names a better reason. */
export function asForbidden(error: unknown, what: string): unknown {
  if (error instanceof Refusal && [401, 403, 404].includes(error.status)) {
    return new Forbidden(what, { cause: error });
  }
  return error;
}
