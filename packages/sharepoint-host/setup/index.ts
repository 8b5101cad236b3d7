export type { ReaderSelection } from './access.ts';
export type { FetchSite, Page, Site } from './site.ts';
export { firstLook } from './first-look.ts';
export type { TellProgress } from './progress.ts';
export type { ProvisionOptions } from './provision.ts';
export type { Reader } from './readers.ts';
export type { SetupState } from './state.ts';
export { readersKey, rowBy } from './summary.ts';
