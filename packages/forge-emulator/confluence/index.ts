export { createConfluence } from './confluence.ts';
