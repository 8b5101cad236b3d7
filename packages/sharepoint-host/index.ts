export { sharePointHost } from './host.ts';
export type { SharePointHost, SharePointOptions } from './host.ts';
export type {
  ReaderSelection,
  ProvisionOptions,
  Reader,
  SetupState,
  TellProgress,
} from './setup/index.ts';
export type { SharePointContext } from './wire/index.ts';
export type { Visibility, WatchOptions } from './changes/index.ts';
