import * as v from 'valibot';
import { listen } from '../changes/listen.ts';
import { hostOperation } from './host-operation.ts';

/** The channels on which the reader is told of changes. */
export const listenOperation = hostOperation({
  input: v.strictObject({}),
  run: ({ instance, host }) => listen(instance, host),
});
