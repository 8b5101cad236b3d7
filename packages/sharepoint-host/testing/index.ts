/** An emulated organisation, for tests and for measuring; not part of the published package. */
export { fill } from './bulk.ts';
export type { BulkRecord } from './bulk.ts';
export { makeTemplate, openFolder, openOrganisation } from './organisation.ts';
export type { Actor, Folder, Organisation, Template } from './organisation.ts';
