export { checkFacts, siteChecks } from './site-checks.ts';
export type { CheckContext } from './site-checks.ts';
export type { Answer, CheckOptions, Helped, Invitation, SiteChecks, Tell } from './answer.ts';
