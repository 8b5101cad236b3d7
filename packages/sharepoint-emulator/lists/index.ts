export { createList } from './create.ts';
export {
  countItems,
  findListByTitle,
  findListByUrl,
  listsOf,
  Template,
  type List,
} from './list.ts';
export { listEntity, listSecurable } from './list-entity.ts';
export { listByUrl, listCollection } from './lists.ts';
