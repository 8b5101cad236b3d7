export { findWebById, findWebByUrl, findWebOf, rootWebOf, type Web } from './web.ts';
export { webEntity } from './web-entity.ts';
