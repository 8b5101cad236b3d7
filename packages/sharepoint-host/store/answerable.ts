/** Refuses questions that no host could answer, before the server is asked. */
import { idIndex, keyIndex, maxIn, maxLimit } from '@kantine/core';
import type { Query } from '@kantine/core';

function indexNamed({ collection, index }: Query): { readonly partition?: string } | undefined {
  return index === keyIndex || index === idIndex ? { partition: index } : collection.indexes[index];
}

/** @throws RangeError naming the query's fault; it is the caller's mistake, not the user's. */
export function assertAnswerable(query: Query): void {
  const { collection, index, eq, in: values } = query;
  const where = `${collection.name}.${index}`;
  const declared = indexNamed(query);
  if (!declared) throw new RangeError(`${where}: there is no such index.`);
  if ((declared.partition !== undefined) !== (eq !== undefined || values !== undefined)) {
    throw new RangeError(`${where}: give eq or in exactly where the index has a partition.`);
  }
  if (eq !== undefined && values !== undefined) {
    throw new RangeError(`${where}: give eq or in, not both.`);
  }
  if (values && values.length > maxIn) {
    throw new RangeError(`${where}: in takes at most ${maxIn} values, not ${values.length}.`);
  }
  if (query.kind === 'count') {
    if (collection.fields[query.by]?.type === 'text') return;
    throw new RangeError(`${where}: rows are counted by a text column, not by «${query.by}».`);
  }
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > maxLimit) {
    throw new RangeError(`${where}: the limit is 1 to ${maxLimit}, not ${query.limit}.`);
  }
  if (query.cursor !== undefined && values) {
    throw new RangeError(`${where}: a cursor cannot continue an in.`);
  }
}
