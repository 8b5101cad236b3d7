export { csomError, processQuery } from './process-query.ts';
