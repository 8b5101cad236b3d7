/** Asks a list that refused something what it lacks of a collection. */
import { NotFound } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { columnsOf, isKeptIn, isProof, listName, listNames, listPath } from '../schema/index.ts';
import { askForRow, rowAnswered } from '../setup/row.ts';
import { answerOf, get } from '../wire/index.ts';
import type { Environment, Talk } from '../wire/index.ts';
import type { Lacking } from './lacking.ts';
import type { Where } from '../schema/index.ts';

interface Asked {
  readonly environment: Environment;
  readonly collections: readonly Collection[];
  readonly collection: Collection;
  readonly where: Where;
}

/** Lists that are kept in the same set: a reader who opens one of them may open all. */
function neighboursOf({ environment, collections, collection, where }: Asked): readonly string[] {
  const { listSet, neighbours = [] } = where;
  if (typeof listSet !== 'string') return neighbours;
  // Who takes part reads the list of containers; what owners keep to themselves is lacking for nobody.
  if (isProof(listSet)) {
    return listSet === 'office' ? [] : [listPath(environment.webUrl, listNames.registry)];
  }
  return collections
    .filter((each) => each !== collection && isKeptIn(each, listSet))
    .map((each) => listPath(environment.webUrl, listName(each, listSet)));
}

/** @throws NotFound where the list was there, and was deleted: that is not the same as one without rows. */
export async function* askLacking(asked: Asked): Talk<Lacking | undefined> {
  const { collection, where } = asked;
  const [fields, setup, ...others] = yield [
    get(`${where.path}/fields?$select=InternalName`),
    askForRow(asked),
    ...neighboursOf(asked).map((path) => get(`${path}?$select=Id`)),
  ];
  if (fields?.ok === true) {
    const there = answerOf<readonly { InternalName: string }[]>(fields);
    const names = new Set(there.map(({ InternalName }) => InternalName));
    const columns = columnsOf(collection).map(({ name }) => name);
    return { list: false, columns: new Set(columns.filter((name) => !names.has(name))) };
  }
  // A list that the reader may not open answers like one that is not there; so do its neighbours then.
  if (!others.some(({ ok }) => ok)) return undefined;
  const wasThere = where.wasThere ?? rowAnswered(setup).lists?.[where.name] !== undefined;
  // Without somebody's own rows the page shows everything that others wrote.
  if (wasThere && where.listSet !== 'person') throw new NotFound(`list of ${collection.name}`);
  return { list: true, columns: new Set() };
}
