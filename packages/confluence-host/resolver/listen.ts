import * as v from 'valibot';
import { hear, listen } from '../changes/listen.ts';
import { hostOperation } from './host-operation.ts';

/** The channels on which the reader is told of changes; asked for by pages of version 0.1. */
export const listenOperation = hostOperation({
  input: v.strictObject({}),
  run: ({ instance, host }) => listen(instance, host),
});

const mostContainers = 60;

/** The names of containers, as a page knows them from what its answers depend on. */
export const containerNames = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(300))),
  v.maxLength(mostContainers),
);

/** The channels that tell of what a page shows. */
export const hearOperation = hostOperation({
  input: v.strictObject({ containers: containerNames }),
  run: ({ instance, host }, { containers }) => hear(instance, host, containers),
});
