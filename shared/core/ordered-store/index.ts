export { changeHub } from './change-hub.ts';
export type { ChangeHub } from './change-hub.ts';
export type { ReadingGroup } from './containers.ts';
export { orderedHost } from './ordered-host.ts';
export type { OrderedHostOptions } from './ordered-host.ts';
export { orderedUpkeep } from './ordered-upkeep.ts';
export { memoryMap } from './memory-map.ts';
export type { Entry, OrderedMap, Scan, Transaction } from './ordered-map.ts';
export { sequence } from './sequence.ts';
