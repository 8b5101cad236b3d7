/** Errors of forms in the reader's words: what only a form can be refused for. */
import { isKantineError } from '@kantine/core';
import type { Invalid, InvalidReason } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { number } from './error-number.ts';
import { errorText } from './error-text.ts';
import { writeErrorText } from './form-write-errors.ts';
import type { CommonReason } from './form-write-errors.ts';

const invalidText: Record<
  Exclude<InvalidReason, CommonReason>,
  (data: Invalid['data']) => string
> = {
  'too-few-words': ({ limit }) =>
    msg(str`Say a little more: at least ${number(limit)} words about what they did.`),
  'too-many': ({ actual, limit }) =>
    msg(str`These are ${number(actual)}; at most ${number(limit)} fit. Leave some out.`),
  'too-few-people': ({ actual, limit }) =>
    msg(
      str`Goals begin at ${number(limit)} people, so that nobody is measured alone. Your group has ${number(actual)} so far.`,
    ),
  'unknown-value': () => msg('That is not one of the choices. Choose one that is offered.'),
  'unknown-person': () => msg('Nobody here has that name. Choose somebody from the list.'),
  'left-the-company': ({ actual }) =>
    msg(str`${text(actual)} has left the company. Take them off the list to go on.`),
  'cannot-read': ({ actual }) =>
    msg(
      str`${text(actual)} cannot read this group and would not see it. Leave them out, or let everyone read it.`,
    ),
  yourself: () => msg('That would be you. Choose a colleague.'),
  'enough-today': ({ limit }) =>
    msg(str`You have started ${number(limit)} groups today. That is enough: carry on tomorrow.`),
  'name-taken': ({ actual }) =>
    msg(str`There is already a group called “${text(actual)}”. Join it, or choose another name.`),
};

const text = (value: number | string | undefined): string => String(value ?? '');

/** @returns a sentence for any error; what was typed is still where it was typed. */
export function formErrorText(error: unknown): string {
  if (isKantineError(error, 'QuotaReached')) {
    return msg('Your kudos for this week are given. You can still say thanks without kudos.');
  }
  if (!isKantineError(error, 'Invalid')) return writeErrorText(error) ?? errorText(error);
  const { reason } = error.data;
  return reason in invalidText
    ? invalidText[reason as keyof typeof invalidText](error.data)
    : (writeErrorText(error) ?? errorText(error));
}
