export type { Ledger, LedgerEntry } from './ledger.ts';
export { LISTS_IN_SITE, USERS_IN_GROUP, type Limits } from './limits.ts';
export { Throttle } from './throttle.ts';
