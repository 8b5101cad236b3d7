export { describeOrderedMap } from './ordered-map-suite.ts';
export type { OpenMap } from './ordered-map-suite.ts';
