/** Which records are about the records of a collection, as the declarations say. */
import type { Collection } from '@kantine/core';
import { idText } from '../schema/index.ts';

/** A collection whose records are about those of another one. */
export interface Dependent {
  readonly collection: Collection;
  /** The field that refers to the other record. */
  readonly field: string;
  /** What the field holds for the record with this id. */
  readonly value: (id: number) => string | number;
}

/** @returns everything that is about the records of this collection. */
export const dependentsOf = (
  collections: readonly Collection[],
  collection: Collection,
): readonly Dependent[] => collections.flatMap((other) => referencesOf(other, collection));

function referencesOf(collection: Collection, target: Collection): readonly Dependent[] {
  const { about, choice } = collection;
  if (about.of !== 'records') return [];
  const byId = about.ids[target.name];
  // Choices about inner messages are stored with the record that these belong to, and go with it.
  if (choice) return byId === choice.within ? [{ collection, field: byId, value: Number }] : [];
  const kind = target.message?.kind;
  return [
    ...(byId === undefined ? [] : [{ collection, field: byId, value: idText }]),
    ...(about.name === undefined || kind === undefined
      ? []
      : [{ collection, field: about.name, value: (id: number) => `${kind}:${idText(id)}` }]),
  ];
}
