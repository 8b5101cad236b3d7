export { digestOf } from './digest.ts';
export {
  allLists,
  columns,
  indexColumn,
  listName,
  listPath,
  registryList,
  setupList,
} from './lists.ts';
export type { ColumnSpec, ListSpec } from './lists.ts';
export { homesOf, isGroup, placeOf } from './places.ts';
export type { Place } from './places.ts';
