export { runBatch } from './batch.ts';
