export { askConfluence, wantsConsent } from './confluence.ts';
export type { Asker } from './confluence.ts';
export type { Quota } from './quota.ts';
export { isSiteAdministrator } from './site.ts';
export { openGate } from './gate.ts';
export type { Gate, ContainerAccess } from './gate.ts';
export { showInSpace } from './space-property.ts';
export { openSpaces } from './spaces.ts';
export type { SpaceAsker, Spaces } from './spaces.ts';
