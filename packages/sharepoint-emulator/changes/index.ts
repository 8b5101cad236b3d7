export { findChanges, listChangesXml } from './find.ts';
