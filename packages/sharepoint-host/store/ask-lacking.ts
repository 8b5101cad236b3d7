/** Asks a list that refused something what it lacks of a collection. */
import type { Collection } from '@kantine/core';
import { columnsOf, isKeptIn, isProof, listName, listNames, listPath } from '../schema/index.ts';
import { answerOf, get } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import type { Lacking } from './lacking.ts';
import type { Where } from '../schema/index.ts';

interface Asked {
  readonly webUrl: string;
  readonly collections: readonly Collection[];
  readonly collection: Collection;
  readonly where: Where;
}

/** Lists that are kept in the same set: a reader who opens one of them may open all. */
function neighboursOf({ webUrl, collections, collection, where }: Asked): readonly string[] {
  const { listSet, neighbours = [] } = where;
  if (typeof listSet !== 'string') return neighbours;
  // Who takes part reads the list of containers; what owners keep to themselves is lacking for nobody.
  if (isProof(listSet)) {
    return listSet === 'office' ? [] : [listPath(webUrl, listNames.registry)];
  }
  return collections
    .filter((each) => each !== collection && isKeptIn(each, listSet))
    .map((each) => listPath(webUrl, listName(each, listSet)));
}

export async function* askLacking(asked: Asked): Talk<Lacking | undefined> {
  const { collection, where } = asked;
  const [fields, ...others] = yield [
    get(`${where.path}/fields?$select=InternalName`),
    ...neighboursOf(asked).map((path) => get(`${path}?$select=Id`)),
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
