export { openDatabase } from './dialect.ts';
export type { Database, OnStatement } from './dialect.ts';
export { Duplicate } from './failure.ts';
export { repeating } from './repeat.ts';
export type { Wait } from './repeat.ts';
