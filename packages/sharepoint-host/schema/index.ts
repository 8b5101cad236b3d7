export { columns, columnsOf, indexColumn, isIndexed } from './columns.ts';
export type { ColumnSpec } from './columns.ts';
export { digestOf, ownerDigest, partitionDigest } from './digest.ts';
export { parsed } from './json.ts';
export { isoSeconds } from './moment.ts';
export {
  allLists,
  closedKinds,
  closedLists,
  listName,
  listPath,
  registryList,
  requestList,
  setupList,
} from './lists.ts';
export type { ListSpec } from './lists.ts';
export {
  closedName,
  closedNamed,
  closedOfList,
  inClosed,
  isGroup,
  isKeptIn,
  kindOfList,
  placeOf,
} from './places.ts';
export type { Place } from './places.ts';
export { mostSlots, slotDigest } from './slots.ts';
