export { findChanges, listChangesXml } from './find.ts';
export { recordChange } from './record.ts';
