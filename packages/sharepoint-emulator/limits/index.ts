export type { Ledger, LedgerEntry } from './ledger.ts';
export type { Limits } from './limits.ts';
export { Throttle } from './throttle.ts';
