export { bytesOf, Database, quoted, type Cell, type Parameter, type Row } from './database.ts';
export { createSchema } from './schema.ts';
