export { openConfluence } from './community.ts';
export type { Confluence, ConfluenceOptions, Settings } from './community.ts';
export type { Visibility } from './live.ts';
export type { Standing } from './standing.ts';
export type { SiteSettings } from '../resolver/site-settings.ts';
export type { SpaceSettings } from '../resolver/space-settings.ts';
export type { Retention } from '../upkeep/site-settings.ts';
export type { Usage } from '../upkeep/room.ts';
