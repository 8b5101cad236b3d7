export { createKvs } from './kvs.ts';
