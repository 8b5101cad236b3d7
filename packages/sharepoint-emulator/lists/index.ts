export { createList } from './create.ts';
export {
  countItems,
  findListById,
  findListByTitle,
  findListByUrl,
  listsOf,
  Template,
  type List,
} from './list.ts';
export { listEntity, listSecurable, ticks } from './list-entity.ts';
export { listById, listByTitle, listByUrl, listCollection } from './lists.ts';
export { noteRecycled } from './remove.ts';
