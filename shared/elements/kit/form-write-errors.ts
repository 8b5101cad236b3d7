/** Why a write was refused, in the writer's words: the fact, and the way out. */
import { isKantineError } from '@kantine/core';
import type { Invalid, InvalidReason } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { number } from './error-number.ts';

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

/** @returns a sentence for what only a write is refused for. */
export function writeErrorText(error: unknown): string | undefined {
  if (isKantineError(error, 'Invalid')) {
    const { reason } = error.data;
    return (reason in invalidText ? invalidText[reason as CommonReason] : invalidText.malformed)(
      error.data,
    );
  }
  if (isKantineError(error, 'Conflict')) {
    return msg(
      'It was changed meanwhile, perhaps in another window. Nothing you wrote is lost: look at what is there now, then try again.',
    );
  }
  if (isKantineError(error, 'StorageFull')) {
    return msg(
      'There is no room left for more. Nothing you wrote is lost: ask an administrator to delete old posts.',
    );
  }
  return undefined;
}
