export { digestOf } from './digest.ts';
export {
  allLists,
  closedLists,
  columns,
  inClosed,
  indexColumn,
  listName,
  listPath,
  registryList,
  requestList,
  setupList,
} from './lists.ts';
export type { ColumnSpec, ListSpec } from './lists.ts';
export { closedName, closedNamed, isGroup, isKeptIn, placeOf, sharedHomesOf } from './places.ts';
export type { Place, SharedPlace } from './places.ts';
