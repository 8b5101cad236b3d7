export type { ItemCells } from './cells.ts';
export { itemEntity } from './item-entity.ts';
export { itemById, itemMembers } from './items.ts';
export { findItem } from './query.ts';
