/** An emulated site with the app in it, for tests and for measuring; not part of the published package. */
export { bytesARow, fillWall } from './bulk.ts';
export { contractHost } from './contract-host.ts';
export { accountOf, openOrganisation } from './organisation.ts';
export type { Organisation, Statement } from './organisation.ts';
export { windowOf } from './window.ts';
export type { PageAround, Window } from './window.ts';
