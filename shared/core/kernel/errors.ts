/**
 * Everything that can go wrong, as tagged classes with data. Adapters translate their host's errors
 * into these (with `cause`); widgets put each into words in the reader's language.
 */
import type { StoredRecord } from './record.ts';

/** What a value is refused for; widgets have a sentence for each. */
export type InvalidReason =
  | 'empty'
  | 'too-long'
  | 'too-few-words'
  | 'too-many'
  | 'too-few-people'
  | 'unknown-value'
  | 'unknown-person'
  | 'left-the-company'
  | 'cannot-read'
  | 'yourself'
  | 'name-taken'
  | 'enough-today'
  | 'last-steward'
  | 'malformed';

interface ErrorData {
  Forbidden: { readonly what: string };
  NotFound: { readonly what: string };
  Conflict: {
    readonly what: string;
    /** The record as it is now, where the host knows it. */
    readonly current?: StoredRecord | undefined;
  };
  Throttled: { readonly retryAfterSeconds: number };
  Offline: Readonly<Record<string, never>>;
  Invalid: {
    readonly field: string;
    readonly reason: InvalidReason;
    /** What was found: a length, a number of words, a name. */
    readonly actual?: number | string;
    /** What would be accepted. */
    readonly limit?: number;
  };
  QuotaReached: { readonly left: number; readonly asked: number; readonly resetsAt: number };
  StorageFull: { readonly bytes: number; readonly mostBytes: number };
  Outdated: { readonly what: string };
}

export type ErrorTag = keyof ErrorData;

/** An error with a tag and plain data, so that it survives a message channel. */
export class KantineError<Tag extends ErrorTag = ErrorTag> extends Error {
  readonly tag: Tag;
  readonly data: ErrorData[Tag];

  constructor(tag: Tag, data: ErrorData[Tag], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = tag;
    this.tag = tag;
    this.data = data;
  }
}

/** The reader may not see or do this. */
export class Forbidden extends KantineError<'Forbidden'> {
  constructor(what: string, options?: ErrorOptions) {
    super('Forbidden', { what }, `You have no access to ${what}. Ask its owner.`, options);
  }
}

/** It was deleted, or never was. */
export class NotFound extends KantineError<'NotFound'> {
  constructor(what: string, options?: ErrorOptions) {
    super('NotFound', { what }, `There is no ${what} any more. Reload to see what is.`, options);
  }
}

/** Somebody changed it after the reader loaded it. */
export class Conflict extends KantineError<'Conflict'> {
  constructor(what: string, options?: ErrorOptions, current?: StoredRecord) {
    const message = `The ${what} was changed meanwhile. Load it again, then repeat your change.`;
    super('Conflict', { what, current }, message, options);
  }
}

/** The host is busy and says when to come back. */
export class Throttled extends KantineError<'Throttled'> {
  constructor(retryAfterSeconds: number, options?: ErrorOptions) {
    const message = `The server is busy. Try again in ${retryAfterSeconds} s.`;
    super('Throttled', { retryAfterSeconds }, message, options);
  }
}

/** No answer came. A write may or may not have happened; repeating it with the same key is safe. */
export class Offline extends KantineError<'Offline'> {
  constructor(options?: ErrorOptions) {
    super(
      'Offline',
      {},
      'The server could not be reached. Check the connection and try again.',
      options,
    );
  }
}

/** The input breaks a rule that its writer can mend. */
export class Invalid extends KantineError<'Invalid'> {
  constructor(data: ErrorData['Invalid'], message: string) {
    super('Invalid', data, message);
  }
}

/** The week's kudos are given. */
export class QuotaReached extends KantineError<'QuotaReached'> {
  constructor(data: ErrorData['QuotaReached']) {
    const message = `You have ${data.left} kudos left this week and asked for ${data.asked}. A thank-you without kudos still works.`;
    super('QuotaReached', data, message);
  }
}

/** The host has no room for more. */
export class StorageFull extends KantineError<'StorageFull'> {
  constructor(bytes: number, mostBytes: number) {
    const message = `The storage is full: ${bytes} of ${mostBytes} bytes. Ask an administrator to let old posts go.`;
    super('StorageFull', { bytes, mostBytes }, message);
  }
}

/** The page and the community that it calls are of different versions. */
export class Outdated extends KantineError<'Outdated'> {
  constructor(what: string, options?: ErrorOptions) {
    const message = 'This page is of another version. Nothing you wrote is lost: reload the page.';
    super('Outdated', { what }, message, options);
  }
}

/** An error as plain data, for a channel between two processes. */
export interface ErrorMessage {
  readonly tag: ErrorTag;
  readonly data: ErrorData[ErrorTag];
  readonly message: string;
}

/** @returns the error as plain data; anything that is not ours is `undefined`, and stays on its side. */
export function toErrorMessage(error: unknown): ErrorMessage | undefined {
  if (!(error instanceof KantineError)) return undefined;
  const { tag, data, message } = error as KantineError;
  return { tag, data, message };
}

/** The error that the other side threw. */
export function fromErrorMessage({ tag, data, message }: ErrorMessage): KantineError {
  return new KantineError(tag, data, message);
}

/** Whether an error has this tag; works for errors that crossed a channel, where classes are lost. */
export function isKantineError<Tag extends ErrorTag>(
  error: unknown,
  tag: Tag,
): error is KantineError<Tag> {
  return error instanceof KantineError && error.tag === tag;
}
