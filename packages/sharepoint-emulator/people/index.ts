export { addDirectoryGroup, directoryGroupsIn, findDirectoryGroup } from './directory-groups.ts';
export {
  allOfDirectory,
  claimsLogin,
  directReports,
  findInDirectory,
  isGuest,
  photoOf,
  removeFromDirectory,
  upnOf,
  type DirectoryUser,
} from './directory.ts';
export { groupById, groupEntity, siteGroups } from './groups.ts';
export { peoplePicker } from './picker.ts';
export { userPhoto } from './photo.ts';
export {
  addPrincipal,
  ensurePerson,
  EVERYONE_LOGIN,
  everyoneIn,
  findPrincipal,
  findPrincipalByLogin,
  findRemoved,
  listPrincipals,
  PrincipalType,
  savePrincipal,
  type Principal,
  type SiteUser,
} from './principals.ts';
export { peopleManager, profileLoader } from './profiles.ts';
export { ensureUser, principalEntity, siteUsers, userById, userEntity } from './users.ts';
