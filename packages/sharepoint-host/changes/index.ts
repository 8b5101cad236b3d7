export { watch } from './watch.ts';
export type { Visibility, WatchOptions } from './watch.ts';
