export { environmentOf } from './context.ts';
export type { Environment, SharePointContext } from './context.ts';
export { answerIfThere, answerOf, get, getBare, merge, post } from './rest-request.ts';
export type { RestRequest, Outcome } from './rest-request.ts';
export {
  asForbidden,
  duplicateCode,
  hasCode,
  isMissingPrincipal,
  isRefusal,
  mostIndexesCode,
  mostRetrySeconds,
  thresholdCode,
  tooLong,
} from './refusal.ts';
export { changesLists, isOwner, ownsSite, rightIn } from './permissions.ts';
export type { BasePermissions } from './permissions.ts';
export type { Row } from './row.ts';
export { hold, concurrently } from './talk.ts';
export type { Talk } from './talk.ts';
export { openWire } from './wire.ts';
export type { Wire } from './wire.ts';
