export { openJournal } from './journal.ts';
export type { Journal, RowVersion } from './journal.ts';
export { watch } from './watch.ts';
export type { Visibility, WatchOptions } from './watch.ts';
