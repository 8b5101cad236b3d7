export { environmentOf } from './context.ts';
export type { Environment, SharePointContext } from './context.ts';
export { answerIfThere, answerOf, get, merge, post } from './operation.ts';
export type { Operation, Outcome } from './operation.ts';
export {
  asForbidden,
  duplicateCode,
  hasCode,
  isMissingPrincipal,
  isRefusal,
  mostIndexesCode,
  thresholdCode,
  tooLong,
} from './refusal.ts';
export { isOwner, ownsSite, rightIn } from './permissions.ts';
export type { BasePermissions } from './permissions.ts';
export type { Row } from './row.ts';
export { hold, together } from './talk.ts';
export type { Talk } from './talk.ts';
export { openWire } from './wire.ts';
export type { Wire } from './wire.ts';
