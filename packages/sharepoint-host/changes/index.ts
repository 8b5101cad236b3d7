export { openJournal } from './journal.ts';
export type { Journal, RowVersion } from './journal.ts';
export { writing } from './writing.ts';
export { watchLater } from './watch-later.ts';
export type { Visibility, WatchOptions } from './watch.ts';
