export { provision } from './provision.ts';
export { setupState } from './state.ts';
export type { SetupState } from './state.ts';
