export {
  askUsers,
  groupsOf,
  joinedContainers,
  loginNameOf,
  removeFrom,
  usersOf,
} from './closed-groups.ts';
export { provision } from './provision.ts';
export type { Site } from './provision.ts';
export { setupState } from './state.ts';
export type { SetupState } from './state.ts';
