export { environmentOf } from './context.ts';
export type { Environment, SharePointContext } from './context.ts';
export { answerIfThere, answerOf, get, merge, post } from './operation.ts';
export type { Operation, Outcome } from './operation.ts';
export { asForbidden, duplicateCode, hasCode, isRefusal, thresholdCode } from './refusal.ts';
export { openWire } from './wire.ts';
export type { Wire } from './wire.ts';
