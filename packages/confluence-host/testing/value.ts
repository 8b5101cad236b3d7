import type { PersonId } from '@kantine/core';
import type { Organisation } from './organisation.ts';

/**
 * What the resolver answers a page of the workshop.
 * @throws Error with the message of a refusal
 */
export async function valueOf<T>(
  organisation: Organisation,
  as: PersonId,
  operation: string,
  input: object = {},
): Promise<T> {
  const answer = await organisation.call({ as, space: 'WORK' }, operation, input);
  if ('error' in answer) throw new Error(`${operation}: ${answer.error.message}`);
  return answer.value as T;
}
