export { openKantine } from './kantine.ts';
export type { Kantine } from './kantine.ts';
export type { AdfDocument } from './export/document.ts';
export type { InstanceOptions } from './instance.ts';
export type { DoorResponse, ResolverRequest } from './resolver/door.ts';
export type { SiteSettings } from './resolver/site-settings.ts';
export type { SpaceSettings } from './resolver/space-settings.ts';
export type { Retention } from './upkeep/site-settings.ts';
export type { Usage } from './upkeep/room.ts';
