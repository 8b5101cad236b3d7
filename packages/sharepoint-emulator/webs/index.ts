export { findWebById, findWebByUrl, findWebOf, rootWebOf, textOf, type Web } from './web.ts';
export { webEntity } from './web-entity.ts';
