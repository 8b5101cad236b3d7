export type { ItemCells } from './cells.ts';
export { itemMembers } from './items.ts';
