/** What people do and who they are, for those who are looked at: a page fetches this when somebody is. */
export { findAtWork } from './at-work.ts';
export { describe } from './describe.ts';
export { showFaces } from './faces.ts';
export { chosen } from './ensure.ts';
export { searchPeople } from './search.ts';
