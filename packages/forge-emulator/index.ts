export { ManualClock, type Clock } from './clock/index.ts';
export type { Fault } from './faults/index.ts';
export { createForge, type Forge, type ForgeOptions } from './forge.ts';
export type { Content, Group, Site, Space, User } from './site/index.ts';
export type { View, ViewOptions } from './view/index.ts';
