/** What a collection has to say so that its rows find room in the lists. */
import type { Collection } from '@kantine/core';
import { allLists } from './list-specs.ts';

/**
 * Checks collections before any list is made for them.
 * @throws TypeError naming what is wrong
 */
export function checkShelves(collections: readonly Collection[]): void {
  for (const { name, size, indexes } of collections) {
    const without = Object.keys(indexes).find((index) => indexes[index]?.spare === undefined);
    if (size === 'few' && without !== undefined) {
      throw new TypeError(
        `${name}.${without}: an index of a small collection names its spare column, 1 to 5.`,
      );
    }
  }
  const names = allLists(collections).map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new TypeError(`${twice}: two lists would have this name.`);
}
