export { columns, columnsOf, indexColumn, isIndexed } from './columns.ts';
export type { ColumnSpec } from './columns.ts';
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
  listName,
  listPath,
  registryList,
  requestList,
  setupList,
} from './lists.ts';
export type { ListSpec } from './lists.ts';
export { isGroup, isKeptIn, listSetOf } from './list-sets.ts';
export type { SharedListSet, Where } from './list-sets.ts';
export { mostSlots, slotDigest } from './slots.ts';
