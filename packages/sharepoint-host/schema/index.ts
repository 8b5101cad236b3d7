export { checkShelves } from './check-shelves.ts';
export { columns, indexColumn } from './columns.ts';
export { columnsOf, isIndexed } from './list-columns.ts';
export type { ColumnSpec } from './list-columns.ts';
export { listPathById } from './by-id.ts';
export { digestOf, ownerDigest, partitionDigest } from './digest.ts';
export { parsed } from './json.ts';
export { isoSeconds } from './moment.ts';
export { closedName, closedOfList, earlierGroups, kindOfList } from './earlier-names.ts';
export {
  allLists,
  asksKind,
  closedKind,
  closedKinds,
  closedRowsList,
  deskKind,
  registryList,
  requestList,
  setupList,
} from './list-specs.ts';
export type { ListSpec } from './list-specs.ts';
export { firstListOf, listName, listNames, listPath } from './lists.ts';
export { groupOf, isKeptIn, isProof, isWatched, listSetOf } from './list-sets.ts';
export type { SharedListSet, Where } from './list-sets.ts';
export { mostSlots, slotDigest } from './slots.ts';
