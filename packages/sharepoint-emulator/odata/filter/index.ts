export type { Comparison, DatePart, Predicate } from './ast.ts';
export { compareValues, evaluate } from './evaluate.ts';
export { parseFilter } from './parse.ts';
