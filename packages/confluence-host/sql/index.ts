export { longestWaitSeconds, openDatabase } from './dialect.ts';
export type { Database, OnStatement } from './dialect.ts';
export { Duplicate } from './failure.ts';
