export { openCompletion } from './completing.ts';
export { choiceColumn, choiceLayouts, choiceOf, codeOf, instantOf, secondOf } from './choice.ts';
export type { ChoiceLayout, ChoiceLayouts } from './choice.ts';
export type { Value } from './column.ts';
export { erased, isErased } from './erased.ts';
export { layoutOf, stamp } from './layout.ts';
export { madeOf, migrate } from './migrate.ts';
export { createdOf, firstIdOf, idMaker, idNumber, idText } from './record-id.ts';
export type { IdMaker } from './record-id.ts';
