export { askConfluence, isConsentMissing } from './confluence.ts';
export { isSiteAdministrator } from './site.ts';
export { openGate } from './gate.ts';
export type { Gate, Place } from './gate.ts';
export { showInSpace } from './space-property.ts';
export { openSpaces } from './spaces.ts';
export type { Spaces } from './spaces.ts';
