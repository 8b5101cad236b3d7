import {
  Conflict,
  Forbidden,
  Invalid,
  KantineError,
  NotFound,
  Offline,
  Outdated,
  QuotaReached,
  StorageFull,
  Throttled,
} from '@kantine/core';
import type { InvalidReason } from '@kantine/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorText, isPassing, loadWords } from './error-text.ts';
import { formErrorText } from './form-error-text.ts';

const invalid = (reason: InvalidReason, actual?: number | string, limit?: number): Invalid =>
  new Invalid(
    {
      field: 'text',
      reason,
      ...(actual === undefined ? {} : { actual }),
      ...(limit === undefined ? {} : { limit }),
    },
    '',
  );

beforeAll(() => loadWords(new Conflict('x')));

describe('errors in the reader’s words', () => {
  it.each<[unknown, string]>([
    [new Offline(), 'could not be reached'],
    [new Throttled(1200), 'in 1,200 seconds'],
    [new Forbidden('x'), 'no access'],
    [new NotFound('x'), 'no longer here'],
    [new Conflict('x'), 'changed meanwhile'],
    [new QuotaReached({ left: 0, asked: 1, resetsAt: 0 }), 'say thanks without kudos'],
    [new StorageFull(1, 1), 'no room left'],
    [new Outdated('x'), 'Nothing you wrote is lost: reload the page'],
    [invalid('empty'), 'Write something first'],
    [invalid('too-long', 12_345, 10_000), '12,345 characters long; at most 10,000'],
    [invalid('too-few-words', 1, 3), 'at least 3 words'],
    [invalid('too-many', 13, 12), '13; at most 12'],
    [invalid('unknown-value'), 'Choose one that is offered'],
    [invalid('unknown-person', 'x'), 'Nobody here'],
    [invalid('left-the-company', 'Emil'), 'Emil has left the company'],
    [invalid('yourself'), 'Choose a colleague'],
    [invalid('name-taken', 'Lunch'), '“Lunch”'],
    [invalid('enough-today', undefined, 10), 'started 10 groups today'],
    [invalid('malformed'), 'Reload the page'],
    [new TypeError('secret detail'), 'Something unexpected'],
    [undefined, 'Something unexpected'],
    // As it arrives from another process, where classes are lost.
    [new KantineError('Offline', {}, ''), 'could not be reached'],
  ])('%s', (error, text) => {
    expect(formErrorText(error)).toContain(text);
    expect(formErrorText(error)).not.toContain('secret');
  });

  it('of a form are none of other places, and what nobody knows there asks for a reload', () => {
    expect(errorText(invalid('empty'))).toBe(formErrorText(invalid('empty')));
    expect(errorText(invalid('yourself'))).toContain('Reload the page');
  });

  it('an act that may work a moment later is offered again, one that never will is not', () => {
    for (const error of [new Offline(), new Throttled(1), new Conflict('x'), new Error('x')])
      expect(isPassing(error)).toBe(true);
    for (const error of [
      new Forbidden('x'),
      new NotFound('x'),
      new Outdated('x'),
      invalid('empty'),
    ])
      expect(isPassing(error)).toBe(false);
  });
});
