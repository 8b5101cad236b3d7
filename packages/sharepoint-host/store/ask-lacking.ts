/** Asks a list that refused something what it lacks of a collection. */
import type { Collection } from '@kantine/core';
import { columnsOf } from '../schema/index.ts';
import { answerOf, get } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import type { Lacking } from './lacking.ts';

/** @param neighbours lists that are kept in the same place. */
export async function* askLacking(
  list: string,
  collection: Collection,
  neighbours: readonly string[],
): Talk<Lacking | undefined> {
  const [fields, ...others] = yield [
    get(`${list}/fields?$select=InternalName`),
    ...neighbours.map((path) => get(`${path}?$select=Id`)),
  ];
  if (fields?.ok === true) {
    const there = answerOf<readonly { InternalName: string }[]>(fields);
    const names = new Set(there.map(({ InternalName }) => InternalName));
    const columns = columnsOf(collection).map(({ name }) => name);
    return { list: false, columns: new Set(columns.filter((name) => !names.has(name))) };
  }
  // A list that the reader may not open answers like one that is not there; so do its neighbours then.
  return others.some(({ ok }) => ok) ? { list: true, columns: new Set() } : undefined;
}
