export { contentTypes } from './content-types.ts';
