export type { Site } from './site.ts';
export { firstLook } from './first-look.ts';
export type { SetupState } from './state.ts';
