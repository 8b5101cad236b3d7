import type { AttributeType, EntityDefinition, IndexDefinition } from '../manifest/index.ts';
import { StorageError } from './error.ts';
import type { Entry } from './store.ts';

/** The entities that the manifest declares under `app.storage`. */
export class Entities {
  readonly #definitions: ReadonlyMap<string, EntityDefinition>;

  constructor(definitions: readonly EntityDefinition[]) {
    this.#definitions = new Map(definitions.map((each) => [each.name, each]));
  }

  find(name: string): EntityDefinition {
    const entity = this.#definitions.get(name);
    if (entity) return entity;
    throw new StorageError('INVALID_ENTITY_TYPE', `The manifest declares no entity '${name}'.`);
  }

  checkValue(name: string, value: unknown): void {
    const { attributes } = this.find(name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new StorageError('INVALID_ENTITY_VALUE', `An entity '${name}' must be an object.`);
    }
    for (const [attribute, given] of Object.entries(value)) {
      const type = attributes[attribute]?.type;
      if (type && isOfType(given, type)) continue;
      const wanted = type ?? 'declared in the manifest';
      throw new StorageError('INVALID_ENTITY_VALUE', `'${name}.${attribute}' must be ${wanted}.`);
    }
  }
}

export function findIndex(entity: EntityDefinition, name: string): IndexDefinition {
  // Every entity has this one without asking for it.
  if (name === 'by-key') return { name, range: ['key'] };
  for (const index of entity.indexes ?? []) {
    if (typeof index === 'string' && index === name) return { name, range: [index] };
    if (typeof index !== 'string' && index.name === name) return index;
  }
  const message = `The entity '${entity.name}' has no index '${name}'.`;
  throw new StorageError('INVALID_ENTITY_INDEX', message);
}

/** What an index knows of an entry; nothing when the entry lacks one of the index's attributes. */
export function indexed(entry: Entry, index: IndexDefinition) {
  const attributes = { ...(entry.value as Record<string, unknown>) };
  if (index.name === 'by-key') attributes.key = entry.key;
  const partition = (index.partition ?? []).map((name) => attributes[name]);
  const range = index.range.map((name) => attributes[name]);
  if ([...partition, ...range].some((value) => value === undefined || value === null)) return;
  return { partition, range };
}

function isOfType(value: unknown, type: AttributeType): boolean {
  if (type === 'any') return true;
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'float') return typeof value === 'number';
  return typeof value === type;
}
