export { Directory } from './directory.ts';
export {
  APP_ACCOUNT,
  mayInSpace,
  mayOnContent,
  type ContentOperation,
  type SpaceOperation,
} from './permissions.ts';
export type { Content, Group, Site, Space, User } from './site.ts';
