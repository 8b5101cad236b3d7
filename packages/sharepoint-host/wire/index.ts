export { environmentOf } from './context.ts';
export type { Environment, SharePointContext } from './context.ts';
export { asForbidden, duplicateCode, hasCode, isRefusal, thresholdCode } from './refusal.ts';
export { answerOf, get, maxOperations, merge, openWire, post } from './wire.ts';
export type { Operation, Outcome, Wire } from './wire.ts';
