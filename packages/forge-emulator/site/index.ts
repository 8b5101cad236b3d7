export { ANONYMOUS, Directory, uuidOf } from './directory.ts';
export {
  APP_ACCOUNT,
  isPresent,
  mayInSpace,
  mayOnContent,
  type ContentOperation,
  type SpaceOperation,
} from './permissions.ts';
export type { Content, Group, Site, Space, User } from './site.ts';
