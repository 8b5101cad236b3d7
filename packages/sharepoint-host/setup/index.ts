export {
  askUsers,
  groupsOf,
  joinedContainers,
  loginNameOf,
  removeFrom,
  usersOf,
} from './closed-groups.ts';
export { makeClosed } from './closed.ts';
export { provision } from './provision.ts';
export type { Site } from './site.ts';
export { setupState } from './state.ts';
export type { SetupState } from './state.ts';
