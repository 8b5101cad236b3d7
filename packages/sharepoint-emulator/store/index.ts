export { Database } from './database.ts';
export { createSchema } from './schema.ts';
