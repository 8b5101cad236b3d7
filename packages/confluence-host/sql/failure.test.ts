import { ForgeSQLAPIError } from '@forge/sql';
import { describe, expect, it } from 'vitest';
import { translate } from './failure.ts';

const refusal = (status: number, code: string, errno?: number): ForgeSQLAPIError => {
  const context = errno === undefined ? {} : { debug: { errno } };
  const details = { status, statusText: '', traceId: null };
  return new ForgeSQLAPIError(details, { code, message: 'no', context });
};
const engine = (errno: number) => refusal(400, 'SQL_EXECUTION_ERROR', errno);

describe('what Forge SQL answers', () => {
  it.each([
    ['a limit of Forge', refusal(429, 'RATE_LIMIT_EXCEEDED'), 'Throttled', 'Throttled'],
    ['a deadlock', engine(1213), 'Throttled', 'Throttled'],
    ['a conflict of two writes in TiDB', engine(9007), 'Throttled', 'Throttled'],
    ['a table that is not there yet', engine(1146), 'Throttled', 'Throttled'],
    ['a question that took too long', refusal(408, 'QUERY_TIMED_OUT'), 'Throttled', 'Offline'],
    ['a service that failed', refusal(502, 'UNKNOWN_ERROR'), 'Offline', 'Offline'],
    ['no answer at all', new TypeError('fetch failed'), 'Offline', 'Offline'],
    ['a key that is taken', engine(1062), 'Duplicate', 'Duplicate'],
  ] as const)('to %s is told as what it is', (_what, error, asQuestion, asWrite) => {
    expect(translate(error, true)).toMatchObject({
      name: asQuestion,
      cause: expect.anything() as object,
    });
    expect(translate(error, false)).toMatchObject({ name: asWrite });
  });

  it('and nobody expected stays as it is', () => {
    for (const error of [engine(1064), new Error('ours'), refusal(403, 'APP_NOT_ENABLED')]) {
      expect(translate(error, true)).toBe(error);
    }
  });
});
