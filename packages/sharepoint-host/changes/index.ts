export { openJournal } from './journal.ts';
export type { Journal } from './journal.ts';
export { watch } from './watch.ts';
export type { Visibility, WatchOptions } from './watch.ts';
