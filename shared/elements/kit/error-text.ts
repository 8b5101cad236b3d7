/** Errors in the reader's words: the fact, and the way out. */
import { isKantineError } from '@kantine/core';
import type { Invalid, InvalidReason } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { numberText } from '../locale/formats.ts';

/** What any input may be refused for; forms have more reasons, with sentences of their own. */
const invalidText = {
  empty: () => msg('There is nothing here yet. Write something first.'),
  'too-long': ({ actual, limit }: Invalid['data']) =>
    msg(
      str`This is ${number(actual)} characters long; at most ${number(limit)} fit. Shorten it or split it.`,
    ),
  'last-steward': () => msg('A group needs a steward. Make somebody else a steward first.'),
  malformed: () => msg('Something in this form could not be read. Reload the page and try again.'),
} satisfies Partial<Record<InvalidReason, (data: Invalid['data']) => string>>;

/** Reasons that every place can say. */
export type CommonReason = keyof typeof invalidText;

/** A number in the reader's own way of writing it; anything else as it is. */
export const number = (value: number | string | undefined): string =>
  typeof value === 'number' ? numberText(value) : (value ?? '');

/** @returns a sentence for any error; what was typed is still where it was typed. */
export function errorText(error: unknown): string {
  if (isKantineError(error, 'Invalid')) {
    const { reason } = error.data;
    return (reason in invalidText ? invalidText[reason as CommonReason] : invalidText.malformed)(
      error.data,
    );
  }
  if (isKantineError(error, 'Offline')) {
    return msg('The server could not be reached. Nothing you wrote is lost: try again.');
  }
  if (isKantineError(error, 'Throttled')) {
    const seconds = number(error.data.retryAfterSeconds);
    return msg(
      str`The server is busy. Nothing you wrote is lost: try again in ${seconds} seconds.`,
    );
  }
  if (isKantineError(error, 'Forbidden')) {
    return msg('You have no access to this. Ask a steward of the group, or an owner of the page.');
  }
  if (isKantineError(error, 'NotFound')) {
    return msg('This is no longer here; somebody deleted it. Reload to see what is.');
  }
  if (isKantineError(error, 'Conflict')) {
    return msg(
      'It was changed meanwhile, perhaps in another window. Nothing you wrote is lost: look at what is there now, then try again.',
    );
  }
  if (isKantineError(error, 'StorageFull')) {
    return msg(
      'There is no room left for more. Nothing you wrote is lost: ask an administrator to let old posts go.',
    );
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
