export { ManualClock, type Clock } from './clock/index.ts';
export type { Fault } from './faults/index.ts';
export type { ForgeOptions } from './assemble.ts';
export { createForge, type Forge } from './forge.ts';
export { embeddedEngine, mariaDbEngine, type SentStatement, type SqlEngine } from './sql/index.ts';
export { startForge, type RunningForge, type StartOptions } from './start.ts';
export type { Chrome, DrawChrome } from './page/index.ts';
export type { Content, Group, Site, Space, User } from './site/index.ts';
export type { View, ViewOptions } from './view/index.ts';
