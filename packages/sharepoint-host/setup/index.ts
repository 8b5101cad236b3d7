export { provision } from './provision.ts';
export type { Setting } from './provision.ts';
export { schemaVersion, setupState } from './state.ts';
export type { SetupState } from './state.ts';
