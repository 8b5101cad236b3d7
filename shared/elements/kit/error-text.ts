/** Errors in the reader's words: the fact, and the way out. */
import { isKantineError } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { number } from './error-number.ts';
import type * as Written from './form-write-errors.ts';

let written: typeof Written | undefined;

/** What only a write is refused for; its words are fetched with the first such error. */
const ofWrites = ['Invalid', 'Conflict', 'StorageFull'] as const;

/** Fetches the words for an error, where they are not here. Without them it is said to be unexpected. */
export async function loadWords(error: unknown): Promise<void> {
  if (written || !ofWrites.some((tag) => isKantineError(error, tag))) return;
  written = await import('./form-write-errors.ts').catch(() => undefined);
}

/** @returns a sentence for any error; what was typed is still where it was typed. */
export function errorText(error: unknown): string {
  const refused = written?.writeErrorText(error);
  if (refused !== undefined) return refused;
  if (isKantineError(error, 'Offline')) {
    return msg('The server could not be reached. Nothing you wrote is lost: try again.');
  }
  if (isKantineError(error, 'Throttled')) {
    // Two at least: the sentence has no singular, and a second more harms nobody.
    const seconds = number(Math.max(2, error.data.retryAfterSeconds));
    return msg(
      str`The server is busy. Nothing you wrote is lost: try again in ${seconds} seconds.`,
    );
  }
  if (isKantineError(error, 'Forbidden')) {
    return msg('You have no access to this. Ask a steward of the group, or an owner of the page.');
  }
  if (isKantineError(error, 'NotFound')) {
    return msg('This is no longer here; somebody deleted it. Reload to see what is here now.');
  }
  if (isKantineError(error, 'Outdated')) {
    return msg(
      'Kantine was updated while this page was open. Nothing you wrote is lost: reload the page.',
    );
  }
  return msg('Something unexpected went wrong. Nothing you wrote is lost: try again.');
}

/** Whether the same thing may work a moment later. */
export function isPassing(error: unknown): boolean {
  const permanent = ['Forbidden', 'NotFound', 'Invalid', 'Outdated'] as const;
  return !permanent.some((tag) => isKantineError(error, tag));
}
