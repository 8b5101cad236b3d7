export { findChanges, listChangesXml } from './find.ts';
export { lastDeletion } from './record.ts';
