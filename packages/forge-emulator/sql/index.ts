export type { SqlEngine } from './engine.ts';
export { mariaDbEngine } from './mariadb.ts';
export { createSql } from './sql.ts';
export type { SentStatement } from './sql.ts';
export { embeddedEngine } from './sqlite/index.ts';
