export { openLedger, type Ledger } from './ledger.ts';
export type { RealtimeOperation, Operations } from './operations.ts';
export type { PointsOptions } from './points.ts';
export type { Tally } from './tally.ts';
export { Window } from './window.ts';
